import { Inline, LoadingButton, Text } from '@forge/react';
import React from 'react';
import type { Product } from '../../../contract/entitlements';
import { isolated } from '../../../domain/isolated';
import { call } from '../../shared/call';
import { orStale } from '../../shared/call-error';
import { DangerModal } from '../../shared/DangerModal';
import { Failure } from '../../shared/Failure';
import { flagSuccess } from '../../shared/flag';
import { foundWords } from './entitled-words';
import type { Entitled } from './use-entitled';

interface Props {
  product: Product;
  entitled: Entitled;
  onDeleted: () => void;
  /** The product is another than the page shows, or none. */
  onStale: () => void;
  /** Whether it is being loaded anew. */
  isReloading: boolean;
  onClose: () => void;
}

/** Asks before a product goes with its entitlements, and counts as many of them as can be counted. */
export function DeleteProductModal({ product, entitled, onDeleted, onStale, isReloading, onClose }: Props) {
  return (
    <DangerModal
      title={`Delete ${isolated(product.name)}?`}
      verb="Delete product"
      typedName={product.name.trim()}
      isReloading={isReloading}
      onClose={onClose}
      onConfirm={async () => {
        await orStale(call('products.delete', { id: product.id, seen: product.name }), onStale);
        flagSuccess(`${isolated(product.name)} deleted`, 'Its entitlements are revoked.');
        onDeleted();
      }}
    >
      <Text>
        This revokes every entitlement to the product, for organizations and customers, and deletes the detail values of
        those entitlements. You can’t undo this.
      </Text>
      <EntitledCount entitled={entitled} />
      <Text>
        Your site doesn’t list customers or entitlements, so it’s not known how many customers are entitled to it
        directly.
      </Text>
    </DangerModal>
  );
}

/** How many organizations hold it, as far as they are counted, and the way to count further. */
function EntitledCount({ entitled }: { entitled: Entitled }) {
  const { looked, next, isRunning, error, run } = entitled;
  if (error) return <Failure error={error} onRetry={run} />;
  if (looked === 0 && next !== null) {
    return <Text color="color.text.subtle">Counting organizations that are entitled to it…</Text>;
  }
  return (
    <>
      <Text weight="medium">{foundWords(entitled) ?? ''}</Text>
      {next !== null && (
        <Inline>
          <LoadingButton isLoading={isRunning} onClick={run}>
            Count more
          </LoadingButton>
        </Inline>
      )}
    </>
  );
}
