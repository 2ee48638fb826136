import { Stack } from '@forge/react';
import React from 'react';
import { MAX_DISPLAY_NAME } from '../../../contract/customers';
import { Field, TextField } from '../../shared/form/Field';
import type { DraftChange } from '../../shared/form/use-draft';
import type { FieldErrors } from '../../shared/form/use-field-errors';
import { ProductsPicker } from '../../shared/ProductPicker';
import { Section } from '../../shared/Section';
import { loadProducts } from '../entitlements/load-products';
import { type NewCustomer, withAccountRead } from './new-customer';
import { OrganizationPicker } from './OrganizationPicker';

interface PartProps {
  draft: NewCustomer;
  errors: FieldErrors<string>;
  onChange: (change: DraftChange<NewCustomer>) => void;
}

export function AccountFields({ draft, errors, onChange }: PartProps) {
  return (
    <Stack space="space.150">
      <TextField
        id="new-email"
        label="Email"
        isRequired
        error={errors.shown('email')}
        focusTurn={errors.focusTurn('email')}
        value={draft.email}
        onLeave={() => {
          errors.leave('email');
          onChange(({ email, displayName }) => withAccountRead({ email, displayName }));
        }}
        onChange={(email) => onChange({ email })}
      />
      <TextField
        id="new-name"
        label="Display name"
        help="If you leave this empty, your site shows the email address."
        maxLength={MAX_DISPLAY_NAME}
        error={errors.shown('displayName')}
        focusTurn={errors.focusTurn('displayName')}
        value={draft.displayName}
        onLeave={() => errors.leave('displayName')}
        onChange={(displayName) => onChange({ displayName })}
      />
    </Stack>
  );
}

export function AssociationFields({ draft, errors, onChange }: PartProps) {
  const organizationsTurn = errors.focusTurn('organizations');
  const productsTurn = errors.focusTurn('products');
  return (
    <Section title="Organizations and products">
      <Stack space="space.150">
        <Field id="new-organizations" label="Organizations" error={null}>
          <OrganizationPicker
            key={organizationsTurn}
            id="new-organizations"
            isMulti
            values={draft.organizations}
            error={errors.shown('organizations')}
            autoFocus={organizationsTurn > 0}
            onBlur={() => errors.leave('organizations')}
            onChange={(organizations) => onChange({ organizations })}
          />
        </Field>
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
      </Stack>
    </Section>
  );
}
