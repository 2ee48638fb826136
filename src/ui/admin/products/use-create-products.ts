import { useState } from 'react';
import type { Creation } from '../../../contract/resolvers/products';
import { MAX_PRODUCT_NAME_CHARS, type ProductNames, readProductNames } from '../../../domain/products/names';
import { call } from '../../shared/call';
import type { CallError } from '../../shared/call-error';
import { flagSuccess } from '../../shared/flag';
import { useFieldErrors } from '../../shared/form/use-field-errors';
import { countOf } from '../../shared/format';
import { useAction } from '../../shared/use-action';
import { readProducts } from '../../shared/use-products';
import { loadProducts } from '../entitlements/load-products';
import { namesLeft, sendNames } from './creations';

/** Names of products in the making, and what became of those that were sent. */
interface CreateProducts {
  text: string;
  setText: (text: string) => void;
  leave: () => void;
  read: ProductNames;
  /** What is wrong with the text, once that can be said. */
  error: string | null;
  focusTurn: number;
  done: readonly Creation[];
  /** Of the names that were sent, those that are dealt with: 0 to 1. */
  share: number;
  /** Products of the site with which the names have been compared so far; null once they are sent. */
  compared: number | null;
  isRunning: boolean;
  failure: CallError | null;
  run: () => void;
}

const always = (): boolean => true;

function problemOf({ names, tooLong }: ProductNames): string | null {
  if (names.length > 0) return null;
  return tooLong.length === 0
    ? 'Enter the name of at least one product.'
    : `A name can have up to ${MAX_PRODUCT_NAME_CHARS} characters.`;
}

export function useCreateProducts(): CreateProducts {
  const [text, setText] = useState('');
  const [sent, setSent] = useState(0);
  const [compared, setCompared] = useState<number | null>(null);
  const [done, setDone] = useState<readonly Creation[]>([]);
  const read = readProductNames(text);
  const problem = problemOf(read);
  const errors = useFieldErrors(problem === null ? {} : { names: problem }, ['names']);

  const create = useAction(async () => {
    if (!errors.submit()) return;
    const { names, tooLong } = read;
    setSent(names.length);
    setDone([]);
    let reached: readonly Creation[] = [];
    try {
      setCompared(0);
      const present = await readProducts(loadProducts, always, ({ length }) => setCompared(length));
      setCompared(null);
      await sendNames(
        names,
        present,
        async (some) => (await call('products.create', { names: some })).creations,
        (creations) => {
          reached = creations;
          setDone(creations);
        },
      );
    } finally {
      setCompared(null);
      // What has its product is done with; the rest stays to be corrected or sent again, unless it was written over.
      const left = [...namesLeft(names, reached), ...tooLong].join('\n');
      setText((now) => (now === text ? left : now));
      errors.restart();
    }
    const created = reached.filter(({ outcome }) => outcome === 'created').length;
    if (created > 0) flagSuccess(`${countOf(created, 'product')} created`);
  });

  return {
    text,
    setText,
    leave: () => errors.leave('names'),
    read,
    error: errors.shown('names'),
    focusTurn: errors.focusTurn('names'),
    done,
    share: done.length / Math.max(1, sent),
    compared,
    isRunning: create.isRunning,
    failure: create.error,
    run: create.run,
  };
}
