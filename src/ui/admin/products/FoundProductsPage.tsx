import { Button, Inline, Stack, Text } from '@forge/react';
import React, { useCallback, useState } from 'react';
import type { Product } from '../../../contract/entitlements';
import { call } from '../../shared/call';
import { Failure } from '../../shared/Failure';
import { countOf, formatCount } from '../../shared/format';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { PAGE_SIZE, Pages } from '../../shared/Pages';
import { useAction } from '../../shared/use-action';
import { useResource } from '../../shared/use-resource';
import { FindProducts } from './FindProducts';
import { ProductTable } from './ProductTable';

/** The products whose names hold some words, as far as the list was read through. */
export function FoundProductsPage({ words }: { words: string }) {
  const { go } = useNavigation();
  const load = useCallback(() => call('products.search', { words, cursor: null }), [words]);
  const found = useResource(load);
  return (
    <Page
      title="Products"
      purpose={`Those whose name holds “${words}”, in any letter case.`}
      actions={
        <Button appearance="primary" onClick={() => go(['products', 'new'])}>
          Create products
        </Button>
      }
    >
      <FindProducts words={words} />
      <Loaded resource={found} lines={6} label="Looking through the products">
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
  const rename = (renamed: Product) =>
    onFound({ ...found, products: products.map((product) => (product.id === renamed.id ? renamed : product)) });
  return (
    <Stack space="space.150">
      {products.length > 0 && (
        <ProductTable
          label="Products found"
          products={products.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE)}
          onRenamed={rename}
        />
      )}
      <Inline spread="space-between" alignBlock="center" space="space.100" rowSpace="space.100" shouldWrap>
        <Text color="color.text.subtle">{foundWords(found)}</Text>
        <Pages label="Pages of products found" total={products.length} page={page} onPage={setPage} />
        {next !== null && (
          <Button isDisabled={further.isRunning} onClick={further.run}>
            Look further
          </Button>
        )}
      </Inline>
      {further.error && <Failure error={further.error} onRetry={further.run} />}
    </Stack>
  );
}

/** "3 products found among all 12." */
function foundWords({ products, looked, next }: SearchState): string {
  if (looked === 0 && next === null) return 'Your site has no products yet.';
  const among = `${next === null ? 'all' : 'the first'} ${formatCount(looked)}`;
  const found = products.length === 0 ? 'No product' : countOf(products.length, 'product');
  return `${found} found among ${among}.`;
}
