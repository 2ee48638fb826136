import { detailEntities } from '../../../src/contract/details';
import type { ListCursor } from '../../../src/contract/directory';
import type { Exported } from '../../../src/contract/exports';
import type { RequestOf, ResolverName, ResponseOf } from '../../../src/contract/resolvers';
import { MAX_PRODUCTS_LISTED } from '../../../src/contract/resolvers/products';
import { fieldLayout } from '../../../src/domain/fields/export';
import { productLayout } from '../../../src/domain/products/export';

/** Rows as they arrive. Every page has the headers, also one without rows. */
export interface ExportedPage {
  headers: string[];
  rows: string[][];
}

type Ask = <N extends ResolverName>(name: N, request: RequestOf<N>) => Promise<ResponseOf<N>>;
type Pages = AsyncGenerator<ExportedPage>;

/** All that is exported, page by page: at least one. `ask` calls a resolver, and rejects what the export breaks off with. */
export function exportedPages(exported: Exported, ask: Ask): Pages {
  switch (exported.what) {
    case 'list': {
      const { entity, view, today } = exported;
      return fromDirectory((from) => ask('directory.export', { entity, view, today, from }));
    }
    case 'products':
      return products(ask);
    case 'fields':
      return fields(ask);
  }
}

type LoadPage = (from: ListCursor | null) => Promise<ResponseOf<'directory.export'>>;

async function* fromDirectory(load: LoadPage): Pages {
  let from: ListCursor | null = null;
  do {
    const { next, ...page }: ResponseOf<'directory.export'> = await load(from);
    yield page;
    from = next;
  } while (from !== null);
}

async function* products(ask: Ask): Pages {
  let cursor: string | null = null;
  do {
    const page: ResponseOf<'products.list'> = await ask('products.list', { cursor, limit: MAX_PRODUCTS_LISTED });
    yield { headers: productLayout.headers, rows: page.products.map(productLayout.row) };
    cursor = page.next;
  } while (cursor !== null);
}

async function* fields(ask: Ask): Pages {
  for (const entity of detailEntities) {
    const { fields: defined } = await ask('fields.list', { entity });
    yield { headers: fieldLayout.headers, rows: defined.map((field) => fieldLayout.row(entity, field)) };
  }
}
