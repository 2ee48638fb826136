import { Select, Stack } from '@forge/react';
import React, { useMemo, useState } from 'react';
import type { Product } from '../../contract/entitlements';
import { type Choice, chosenValues } from './choice';
import { Failure } from './Failure';
import { type LoadProducts, useProducts } from './use-products';

interface PickerProps {
  /** Of the label that names it. */
  id: string;
  load: LoadProducts;
  isInvalid?: boolean;
  autoFocus?: boolean;
  onBlur?: () => void;
}

interface ProductPickerProps extends PickerProps {
  value: Product | null;
  onChange: (product: Product | null) => void;
  /** Ids of products that are not offered. */
  without?: readonly string[];
  isClearable?: boolean;
  placeholder?: string;
}

const choiceOf = ({ id, name }: Product): Choice => ({ label: name, value: id });

/** The products that a Select hands to its `onChange`. */
const chosenOf = (chosen: unknown, products: readonly Product[]): Product[] =>
  chosenValues(chosen).flatMap((value) => products.find(({ id }) => id === value) ?? []);

const none: readonly string[] = [];

/** One product of the site, found by typing a part of its name. They are loaded once it has the focus. */
export function ProductPicker({ load, value, onChange, without = none, placeholder, ...select }: ProductPickerProps) {
  const [isUsed, setUsed] = useState(false);
  const { products, isLoading, error, reload } = useProducts(load, isUsed);
  const options = useMemo(() => products.filter(({ id }) => !without.includes(id)).map(choiceOf), [products, without]);
  return (
    <Stack space="space.100">
      <Select
        {...select}
        options={options}
        isLoading={isLoading}
        onFocus={() => setUsed(true)}
        placeholder={placeholder ?? 'Choose a product'}
        value={value && choiceOf(value)}
        onChange={(chosen: unknown) => onChange(chosenOf(chosen, products)[0] ?? null)}
      />
      {error && <Failure error={error} onRetry={reload} />}
    </Stack>
  );
}

interface ProductsPickerProps extends PickerProps {
  value: readonly Product[];
  onChange: (products: Product[]) => void;
}

/** Several products of the site, as a new customer or organization is entitled to. */
export function ProductsPicker({ load, value, onChange, ...select }: ProductsPickerProps) {
  const [isUsed, setUsed] = useState(false);
  const { products, isLoading, error, reload } = useProducts(load, isUsed);
  const options = useMemo(() => products.map(choiceOf), [products]);
  return (
    <Stack space="space.100">
      <Select
        {...select}
        isMulti
        options={options}
        isLoading={isLoading}
        onFocus={() => setUsed(true)}
        placeholder="Choose products"
        value={value.map(choiceOf)}
        onChange={(chosen: unknown) => onChange(chosenOf(chosen, [...value, ...products]))}
      />
      {error && <Failure error={error} onRetry={reload} />}
    </Stack>
  );
}
