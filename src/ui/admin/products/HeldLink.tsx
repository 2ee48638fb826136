import { Text } from '@forge/react';
import React from 'react';
import type { Product } from '../../../contract/entitlements';
import { filteredPath } from '../directory/address';
import { countOf } from '../../shared/format';
import { TextLink } from '../../shared/TextLink';
import { CountLink } from '../overview/reports/CountLink';
import { useHeldCounts } from './use-held-counts';

/** How many entitlements to a product there are, which leads to the list of them. */
export function HeldLink({ product, count }: { product: Product; count: number }) {
  return <CountLink count={count} to={heldPath(product)} />;
}

/** The same in words, on the page of a product; nothing where that isn't known. */
export function HeldWords({ product }: { product: Product }) {
  const held = useHeldCounts();
  if (held === null) return null;
  const count = held.to(product.id);
  if (count === 0) return <Text>{`No entitlements to it as of ${held.day}`}</Text>;
  return <TextLink to={heldPath(product)}>{`${countOf(count, 'entitlement')} to it as of ${held.day}`}</TextLink>;
}

const heldPath = ({ id, name }: Product): readonly string[] =>
  filteredPath('entitlement', { by: 'product', product: { id, name } });
