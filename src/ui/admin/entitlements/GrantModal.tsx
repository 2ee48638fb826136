import { ErrorMessage, Label, Stack, Text } from '@forge/react';
import React, { useCallback, useState } from 'react';
import type { EntitlementView, Product } from '../../../contract/entitlements';
import { isolated } from '../../../domain/isolated';
import { ActionModal } from '../../shared/ActionModal';
import { call } from '../../shared/call';
import { flagSuccess } from '../../shared/flag';
import { ProductPicker } from '../../shared/ProductPicker';
import { useAction } from '../../shared/use-action';
import { useResource } from '../../shared/use-resource';
import { type NamedHolder, holderWords } from './holder';
import { loadProducts } from './load-products';

interface GrantModalProps {
  holder: NamedHolder;
  /** Of the holder, as the page shows them; null where it does not show all. */
  entitlements: readonly EntitlementView[] | null;
  onGranted: (entitlement: EntitlementView) => void;
  onClose: () => void;
}

/** Entitles a customer or an organization to one more product. */
export function GrantModal({ holder, entitlements, onGranted, onClose }: GrantModalProps) {
  const [product, setProduct] = useState<Product | null>(null);
  const [isMissing, setMissing] = useState(false);
  const held = useHeldProducts(holder, entitlements);
  const grant = useAction(async () => {
    setMissing(product === null);
    if (product === null) return;
    const { entity, id } = holder;
    const granted = await call('entitlements.grant', { holder: { entity, id }, productId: product.id });
    flagSuccess(`${isolated(product.name)} granted`, `${holderWords(holder)} is now entitled to it.`);
    onGranted(granted);
    onClose();
  });
  return (
    <ActionModal title="Grant a product" verb="Grant product" action={grant} onClose={onClose}>
      <Text>{consequence(holder)}</Text>
      <Stack>
        <Label labelFor="granted-product">Product to grant</Label>
        <ProductPicker
          id="granted-product"
          autoFocus
          load={loadProducts}
          without={held}
          value={product}
          isInvalid={isMissing && product === null}
          onChange={setProduct}
        />
        {isMissing && product === null && <ErrorMessage>Choose the product to grant.</ErrorMessage>}
      </Stack>
    </ActionModal>
  );
}

/** Ids of the products that a holder has in its own right: none of them can be granted again. */
function useHeldProducts({ entity, id }: NamedHolder, known: GrantModalProps['entitlements']): string[] {
  const isKnown = known !== null;
  const load = useCallback(
    async () => (isKnown ? null : (await call('entitlements.list', { holder: { entity, id } })).entitlements),
    [isKnown, entity, id],
  );
  const loaded = useResource(load).data;
  return (known ?? loaded ?? []).filter(({ heldBy }) => heldBy.id === id).map(({ product }) => product.id);
}

const consequence = (holder: NamedHolder): string =>
  holder.entity === 'organization'
    ? `${holderWords(holder)} and every customer in it will be entitled to the product.`
    : `${holderWords(holder)} will be entitled to the product directly.`;
