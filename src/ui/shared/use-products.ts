import { useCallback, useEffect, useState } from 'react';
import type { Product } from '../../contract/entitlements';
import { type CallError, toCallError } from './call-error';

/** One page of the site's products. `cursor` null starts; a null `next` ends. */
export type LoadProducts = (cursor: string | null) => Promise<{ products: Product[]; next: string | null }>;

interface Products {
  /** Those that are there so far. */
  products: readonly Product[];
  isLoading: boolean;
  error: CallError | null;
  reload: () => void;
}

const nothingYet = { products: [], isLoading: true, error: null };
const notWanted = { products: [], isLoading: false, error: null };

/**
 * All products of the site, page after page: nothing in the API finds a product by a part of its name, so a picker has
 * to know them all once it is used. `load` must keep its identity between renders.
 */
export function useProducts(load: LoadProducts, isWanted: boolean): Products {
  const [state, setState] = useState<Omit<Products, 'reload'>>(nothingYet);
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => {
    setState(nothingYet);
    setTurn((last) => last + 1);
  }, []);

  useEffect(() => {
    if (!isWanted) return undefined;
    let current = true;
    const isCurrent = () => current;
    readProducts(load, isCurrent, (products, isLoading) => setState({ products, isLoading, error: null })).catch(
      (error: unknown) => {
        if (isCurrent()) setState((last) => ({ ...last, isLoading: false, error: toCallError(error) }));
      },
    );
    return () => {
      current = false;
    };
  }, [load, turn, isWanted]);

  return { ...(isWanted ? state : notWanted), reload };
}

/** Reads all products, until nobody wants them any more, and shows after each page what is there so far. */
export async function readProducts(
  load: LoadProducts,
  isCurrent: () => boolean,
  show: (products: readonly Product[], isLoading: boolean) => void,
): Promise<readonly Product[]> {
  const all: Product[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<LoadProducts>> = await load(cursor);
    if (!isCurrent()) return all;
    all.push(...page.products);
    cursor = page.next;
    show([...all], cursor !== null);
  } while (cursor !== null);
  return all;
}
