import { MAX_PRODUCTS_LISTED } from '../../../src/contract/resolvers/products';
import { type NameMatch, type Named, nameMatcher } from '../../../src/domain/import/match-names';
import { callAgain } from './site';

/**
 * Finds products by name among all of the site: nothing in the API looks one up. They are read a page a call, as a call
 * has no time for all that a large site has, and once for all that is asked.
 */
export class ProductNames {
  #matcher: Promise<(names: readonly string[]) => NameMatch[]> | null = null;

  async find(names: readonly string[], signal: AbortSignal): Promise<NameMatch[]> {
    this.#matcher ??= allProducts(signal).then(nameMatcher);
    return (await this.#matcher)(names);
  }
}

/** Finds the organizations and products that a file names. */
export class NamesOnSite {
  readonly #products = new ProductNames();

  /** @param names at most 50 where they are of organizations */
  async find(entity: 'organization' | 'product', names: string[], signal: AbortSignal): Promise<NameMatch[]> {
    if (entity === 'product') return this.#products.find(names, signal);
    return (await callAgain('imports.organizations', { names }, signal)).matches;
  }
}

async function allProducts(signal: AbortSignal): Promise<Named[]> {
  const all: Named[] = [];
  let cursor: string | null = null;
  do {
    const request = { cursor, limit: MAX_PRODUCTS_LISTED };
    const page: Awaited<ReturnType<typeof callAgain<'products.list'>>> = await callAgain(
      'products.list',
      request,
      signal,
    );
    all.push(...page.products);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}
