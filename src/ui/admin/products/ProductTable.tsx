import { Inline, ModalTransition, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { Product } from '../../../contract/entitlements';
import { linkCell } from '../../shared/cells';
import { RowAction } from '../../shared/RowAction';
import { Table } from '../../shared/Table';
import { HeldLink } from './HeldLink';
import { RenameProductModal } from './RenameProductModal';
import { useHeldCounts } from './use-held-counts';

interface Props {
  products: readonly Product[];
  label: string;
  onRenamed: (product: Product) => void;
}

const nameHead = { key: 'name', content: 'Name', width: 40 };
const heldHead = { key: 'held', content: 'Entitlements', width: 30 };
const actionsHead = { key: 'actions', content: '', width: 30 };

/** The products with one of them as it is called now. */
export const withRenamed = (products: readonly Product[], renamed: Product): Product[] =>
  products.map((product) => (product.id === renamed.id ? renamed : product));

export function ProductTable({ products, label, onRenamed }: Props) {
  const [renaming, setRenaming] = useState<Product | null>(null);
  const held = useHeldCounts();
  return (
    <Stack space="space.100">
      <Table
        label={label}
        head={{ cells: [nameHead, ...(held === null ? [] : [heldHead]), actionsHead] }}
        rows={products.map((product) => ({
          key: product.id,
          cells: [
            { key: 'name', content: linkCell(product.name, ['products', product.id]) },
            ...(held === null
              ? []
              : [{ key: 'held', content: <HeldLink product={product} count={held.to(product.id)} /> }]),
            {
              key: 'actions',
              content: (
                <Inline alignInline="end">
                  <RowAction verb="Rename" name={product.name} onClick={() => setRenaming(product)} />
                </Inline>
              ),
            },
          ],
        }))}
      />
      {held !== null && (
        <Text color="color.text.subtle">{`Entitlements as of ${held.day}, when your site was read.`}</Text>
      )}
      <ModalTransition>
        {renaming && <RenameProductModal product={renaming} onRenamed={onRenamed} onClose={() => setRenaming(null)} />}
      </ModalTransition>
    </Stack>
  );
}
