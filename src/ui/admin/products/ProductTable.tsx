import { Box, Inline, ModalTransition } from '@forge/react';
import React, { useState } from 'react';
import type { Product } from '../../../contract/entitlements';
import { linkCell } from '../../shared/cells';
import { RowAction } from '../../shared/RowAction';
import { Table } from '../../shared/Table';
import { RenameProductModal } from './RenameProductModal';

interface Props {
  products: readonly Product[];
  label: string;
  onRenamed: (product: Product) => void;
}

const head = {
  cells: [
    { key: 'name', content: 'Name', width: 70 },
    { key: 'actions', content: '', width: 30 },
  ],
};

/** The products with one of them as it is called now. */
export const withRenamed = (products: readonly Product[], renamed: Product): Product[] =>
  products.map((product) => (product.id === renamed.id ? renamed : product));

export function ProductTable({ products, label, onRenamed }: Props) {
  const [renaming, setRenaming] = useState<Product | null>(null);
  return (
    <Box>
      <Table
        label={label}
        head={head}
        rows={products.map((product) => ({
          key: product.id,
          cells: [
            { key: 'name', content: linkCell(product.name, ['products', product.id]) },
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
      <ModalTransition>
        {renaming && <RenameProductModal product={renaming} onRenamed={onRenamed} onClose={() => setRenaming(null)} />}
      </ModalTransition>
    </Box>
  );
}
