import { Button, ButtonGroup, EmptyState, Inline, LinkButton, Stack, Text } from '@forge/react';
import React, { useCallback, useState } from 'react';
import { call } from '../../shared/call';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { PAGE_SIZE } from '../../shared/Pages';
import { useResource } from '../../shared/use-resource';
import { ExportButtons } from '../export/ExportButtons';
import { FindProducts } from './FindProducts';
import { ProductTable, withRenamed } from './ProductTable';
import { onward, placeOn, type Trail } from './trail';

/** Where the vendor explains what products and entitlements are. */
const PRODUCTS_HELP = 'https://support.atlassian.com/customer-service-management/';

/** One page of the products, from a cursor on. The site does not say how many there are. */
export function ProductsPage({ cursor }: { cursor: string | null }) {
  const { go } = useNavigation();
  const load = useCallback(() => call('products.list', { cursor, limit: PAGE_SIZE }), [cursor]);
  const list = useResource(load);
  const isEmpty = cursor === null && list.data?.products.length === 0;
  return (
    <Page
      title="Products"
      purpose="What customers and organizations can be entitled to."
      actions={
        isEmpty ? undefined : (
          <Button appearance="primary" onClick={() => go(['products', 'new'])}>
            Create products
          </Button>
        )
      }
    >
      {!isEmpty && <FindProducts words="" />}
      <Loaded resource={list} lines={8} label="Loading products">
        {({ products, next }) =>
          isEmpty ? (
            <NoProducts />
          ) : (
            <Stack space="space.150">
              {products.length === 0 ? (
                <Text color="color.text.subtle">There are no more products.</Text>
              ) : (
                <ProductTable
                  label="Products"
                  products={products}
                  onRenamed={(renamed) => list.replace({ products: withRenamed(products, renamed), next })}
                />
              )}
              <Ways cursor={cursor} next={next} />
              <ExportButtons
                words="Export products"
                hint="with the IDs and names of all products, which an import of products takes back."
                exported={() => ({ what: 'products' })}
              />
            </Stack>
          )
        }
      </Loaded>
      {list.error && cursor !== null && <FirstPage />}
    </Page>
  );
}

/** A cursor does not outlive every change of the list: then the list is read from its beginning. */
function FirstPage() {
  const { go } = useNavigation();
  return (
    <Inline>
      <Button onClick={() => go(['products'])}>First page</Button>
    </Inline>
  );
}

const address = (cursor: string | null): string[] => (cursor === null ? ['products'] : ['products', 'after', cursor]);

/** On and back through the pages, as far as they are known. */
function Ways({ cursor, next }: { cursor: string | null; next: string | null }) {
  const { go } = useNavigation();
  const [walked, setWalked] = useState<Trail>([null]);
  const { trail, place } = placeOn(walked, cursor);
  const previous = trail[place - 1];
  if (cursor === null && next === null) return null;
  return (
    <Inline spread="space-between" alignBlock="center" space="space.100" shouldWrap>
      <Text color="color.text.subtle">{trail[0] === null ? `Page ${place + 1}` : 'A later page'}</Text>
      <ButtonGroup label="Pages of products">
        {previous === undefined && cursor !== null && <Button onClick={() => go(['products'])}>First page</Button>}
        <Button isDisabled={previous === undefined} onClick={() => go(address(previous ?? null))}>
          Previous
        </Button>
        <Button
          isDisabled={next === null}
          onClick={() => {
            if (next === null) return;
            setWalked(onward(trail, place, next));
            go(address(next));
          }}
        >
          Next
        </Button>
      </ButtonGroup>
    </Inline>
  );
}

function NoProducts() {
  const { go } = useNavigation();
  return (
    <EmptyState
      header="No products yet"
      headingLevel={2}
      description="A product is what you sell or support. Entitle customers and organizations to it, and agents see what they’re entitled to."
      primaryAction={
        <Button appearance="primary" onClick={() => go(['products', 'new'])}>
          Create products
        </Button>
      }
      tertiaryAction={
        <LinkButton appearance="subtle" href={PRODUCTS_HELP} target="_blank">
          Learn about products
        </LinkButton>
      }
    />
  );
}
