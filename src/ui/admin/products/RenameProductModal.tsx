import React from 'react';
import type { Product } from '../../../contract/entitlements';
import { productNameProblem } from '../../../domain/products/names';
import { call } from '../../shared/call';
import { RenameModal } from '../../shared/RenameModal';

interface Props {
  product: Product;
  onRenamed: (product: Product) => void;
  onClose: () => void;
}

/** A new name for a product. Its id, and with it every entitlement, stays. */
export function RenameProductModal({ product: { id, name: present }, onRenamed, onClose }: Props) {
  return (
    <RenameModal
      what="product"
      name={present}
      help="Entitlements to it don’t change."
      problemOf={productNameProblem}
      rename={async (name, seen) => (await call('products.rename', { id, name, seen })).name}
      onRenamed={(name) => onRenamed({ id, name })}
      onClose={onClose}
    />
  );
}
