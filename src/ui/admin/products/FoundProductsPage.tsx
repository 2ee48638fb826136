import { Button, Stack } from '@forge/react';
import React, { useCallback, useState } from 'react';
import type { Product } from '../../../contract/entitlements';
import { isolated } from '../../../domain/isolated';
import { call } from '../../shared/call';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { PAGE_SIZE } from '../../shared/Pages';
import { SearchFooter } from '../../shared/SearchFooter';
import { useAction } from '../../shared/use-action';
import { useResource } from '../../shared/use-resource';
import { FindProducts } from './FindProducts';
import { ProductTable, withRenamed } from './ProductTable';

/** The products whose names hold some words, as far as the list was read through. */
export function FoundProductsPage({ words }: { words: string }) {
  const { go } = useNavigation();
  const load = useCallback(() => call('products.search', { words, cursor: null }), [words]);
  const found = useResource(load);
  return (
    <Page
      title="Products"
      purpose={`Products with “${isolated(words)}” in their name, in any letter case.`}
      actions={
        <Button appearance="primary" onClick={() => go(['products', 'new'])}>
          Create products
        </Button>
      }
    >
      <FindProducts words={words} />
      <Loaded resource={found} lines={6} label="Searching products">
        {(first) => <Found words={words} found={first} onFound={found.replace} />}
      </Loaded>
    </Page>
  );
}

interface SearchState {
  products: Product[];
  looked: number;
  next: string | null;
}

interface FoundProps {
  words: string;
  found: SearchState;
  onFound: (found: SearchState) => void;
}

function Found({ words, found, onFound }: FoundProps) {
  const [page, setPage] = useState(0);
  const { products, looked, next } = found;
  const further = useAction(async () => {
    const more = await call('products.search', { words, cursor: next });
    onFound({ products: [...products, ...more.products], looked: looked + more.looked, next: more.next });
  });
  const rename = (renamed: Product) => onFound({ ...found, products: withRenamed(products, renamed) });
  return (
    <Stack space="space.150">
      {products.length > 0 && (
        <ProductTable
          label="Products found"
          products={products.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE)}
          onRenamed={rename}
        />
      )}
      <SearchFooter
        what="product"
        found={products.length}
        looked={looked}
        isAll={next === null}
        page={page}
        onPage={setPage}
        further={further}
      />
    </Stack>
  );
}
