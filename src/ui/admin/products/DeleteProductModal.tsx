import { Inline, LoadingButton, Text } from '@forge/react';
import React from 'react';
import type { Product } from '../../../contract/entitlements';
import { call } from '../../shared/call';
import { orStale } from '../../shared/call-error';
import { DangerModal } from '../../shared/DangerModal';
import { Failure } from '../../shared/Failure';
import { flagSuccess } from '../../shared/flag';
import { foundWords } from './EntitledOrganizations';
import type { Entitled } from './use-entitled';

interface Props {
  product: Product;
  entitled: Entitled;
  onDeleted: () => void;
  /** The product is another than the page shows, or none. */
  onStale: () => void;
  onClose: () => void;
}

/** Asks before a product goes with its entitlements, and counts as many of them as can be counted. */
export function DeleteProductModal({ product, entitled, onDeleted, onStale, onClose }: Props) {
  const { looked, isAll, isRunning, error, run } = entitled;
  return (
    <DangerModal
      title={`Delete ${product.name}?`}
      verb="Delete product"
      typedName={product.name.trim()}
      onClose={onClose}
      onConfirm={async () => {
        await orStale(call('products.delete', { id: product.id, seen: product.name }), onStale);
        flagSuccess(`${product.name} deleted`, 'Its entitlements are gone with it.');
        onDeleted();
      }}
    >
      <Text>
        This revokes every entitlement to it, of customers and of organizations, with the detail values that they hold.
        It cannot be undone.
      </Text>
      {looked > 0 && <Text weight="medium">{foundWords(entitled)}</Text>}
      <Text>How many customers hold it themselves cannot be told: your site lists neither them nor entitlements.</Text>
      {error && <Failure error={error} onRetry={run} />}
      {!isAll && (
        <Inline>
          <LoadingButton isLoading={isRunning} onClick={run}>
            {looked === 0 ? 'Count the organizations that hold it' : 'Count further'}
          </LoadingButton>
        </Inline>
      )}
    </DangerModal>
  );
}
