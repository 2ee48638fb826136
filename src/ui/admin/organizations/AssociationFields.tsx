import { Box, Button, ErrorMessage, Inline, Stack, Text, xcss } from '@forge/react';
import React from 'react';
import { Field } from '../../shared/form/Field';
import type { DraftChange } from '../../shared/form/use-draft';
import type { FieldErrors } from '../../shared/form/use-field-errors';
import { ProductsPicker } from '../../shared/ProductPicker';
import { personWords } from '../../shared/person-words';
import { RowAction } from '../../shared/RowAction';
import { Section } from '../../shared/Section';
import { loadProducts } from '../entitlements/load-products';
import type { NewOrganization } from './new-organization';

interface Props {
  draft: NewOrganization;
  errors: FieldErrors<string>;
  onChange: (change: DraftChange<NewOrganization>) => void;
  onAddCustomers: () => void;
}

const width = xcss({ width: '400px', maxWidth: '100%' });

/** The customers and products that a new organization begins with. */
export function AssociationFields({ draft, errors, onChange, onAddCustomers }: Props) {
  const productsTurn = errors.focusTurn('products');
  const { customers } = draft;
  const problem = errors.shown('customers');
  return (
    <Section title="Customers and products">
      <Box xcss={width}>
        <Stack space="space.100">
          {customers.map((customer) => (
            <Inline key={customer.id} spread="space-between" alignBlock="center" space="space.100">
              <Text>{personWords(customer)}</Text>
              <RowAction
                verb="Remove"
                name={personWords(customer)}
                onClick={() =>
                  onChange((now) => ({ customers: now.customers.filter((one) => one.id !== customer.id) }))
                }
              />
            </Inline>
          ))}
          <Inline>
            <Button spacing="compact" onClick={onAddCustomers}>
              Add customers
            </Button>
          </Inline>
          {problem !== null && <ErrorMessage>{problem}</ErrorMessage>}
        </Stack>
      </Box>
      <Field id="new-products" label="Products" error={errors.shown('products')}>
        <ProductsPicker
          key={productsTurn}
          id="new-products"
          load={loadProducts}
          value={draft.products}
          isInvalid={errors.shown('products') !== null}
          autoFocus={productsTurn > 0}
          onBlur={() => errors.leave('products')}
          onChange={(products) => onChange({ products })}
        />
      </Field>
    </Section>
  );
}
