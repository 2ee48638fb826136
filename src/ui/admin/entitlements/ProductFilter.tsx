import React, { useCallback } from 'react';
import type { EntitlementHolder } from '../../../contract/entitlements';
import { call } from '../../shared/call';
import { Field } from '../../shared/form/Field';
import { useNavigation } from '../../shared/navigation';
import { ProductPicker } from '../../shared/ProductPicker';
import { useResource } from '../../shared/use-resource';
import { holderPath } from './addresses';
import { loadProducts } from './load-products';

interface Props {
  holder: EntitlementHolder;
  productId: string | null;
}

/** Shows the entitlements to one product alone. Which one is part of the address. */
export function ProductFilter({ holder, productId }: Props) {
  const { go } = useNavigation();
  // The address has the product's id alone.
  const load = useCallback(
    async () => (productId === null ? null : call('products.get', { id: productId })),
    [productId],
  );
  const { data, error } = useResource(load);
  const shown = productId === null ? null : data?.id === productId ? data : { id: productId, name: productId };
  return (
    <Field id="product-filter" label="Product" error={error && productId !== null ? error.message : null}>
      <ProductPicker
        id="product-filter"
        load={loadProducts}
        isClearable
        placeholder="All products"
        value={shown}
        onChange={(product) => go(holderPath(holder, product?.id ?? null))}
      />
    </Field>
  );
}
