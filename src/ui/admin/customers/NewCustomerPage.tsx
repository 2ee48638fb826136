import { Button, ButtonGroup, Form, Inline, LoadingButton, Stack } from '@forge/react';
import React, { useState } from 'react';
import type { FieldDefinition } from '../../../contract/fields';
import { call } from '../../shared/call';
import { ValueEditor } from '../../shared/details/ValueEditor';
import { Failure } from '../../shared/Failure';
import { flagSuccess } from '../../shared/flag';
import { Field, TextField } from '../../shared/form/Field';
import { type FieldErrors, useFieldErrors } from '../../shared/form/use-field-errors';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { ProductsPicker } from '../../shared/ProductPicker';
import { Section } from '../../shared/Section';
import { TextLink } from '../../shared/TextLink';
import { useAction } from '../../shared/use-action';
import { useResource } from '../../shared/use-resource';
import { loadProducts } from '../entitlements/load-products';
import { type NewCustomer, accountOf, blankCustomer, detailKey, problemsOf, requestOf } from './new-customer';
import { OrganizationPicker } from './OrganizationPicker';

const loadFields = () => call('imports.fields', {});
const noFields: readonly FieldDefinition[] = [];

interface PartProps {
  draft: NewCustomer;
  errors: FieldErrors<string>;
  onChange: (part: Partial<NewCustomer>) => void;
}

/** A new customer with everything at once. An account alone is created where nothing else is given. */
export function NewCustomerPage() {
  const { go } = useNavigation();
  const resource = useResource(loadFields);
  const fields = resource.data?.fields ?? noFields;
  const [draft, setDraft] = useState(blankCustomer);
  const change = (part: Partial<NewCustomer>) => setDraft((before) => ({ ...before, ...part }));
  const details = fields.map(({ name }) => detailKey(name));
  const errors = useFieldErrors<string>(problemsOf(draft, fields), [
    'email',
    'displayName',
    ...details,
    'organizations',
    'products',
  ]);
  const { run, isRunning, error } = useAction(async () => {
    if (!errors.submit()) return;
    const { id } = await create(draft, fields);
    flagSuccess('Customer created', draft.email.trim());
    go(['customers', id]);
  });
  return (
    <Stack space="space.300">
      <Inline>
        <TextLink to={['customers']}>← Customers</TextLink>
      </Inline>
      <Page title="Create customer" purpose="Only the e-mail address is needed. Everything else can be added later.">
        <Form onSubmit={run}>
          <Stack space="space.400">
            <Account draft={draft} errors={errors} onChange={change} />
            <Section title="Details">
              <Loaded resource={resource} lines={4} label="Loading detail fields">
                {() => <Details fields={fields} draft={draft} errors={errors} onChange={change} />}
              </Loaded>
            </Section>
            <Associations draft={draft} errors={errors} onChange={change} />
            {error && <Failure error={error} />}
            <ButtonGroup label="Create or cancel">
              <LoadingButton appearance="primary" type="submit" isLoading={isRunning}>
                Create customer
              </LoadingButton>
              <Button appearance="subtle" onClick={() => go(['customers'])}>
                Cancel
              </Button>
            </ButtonGroup>
          </Stack>
        </Form>
      </Page>
    </Stack>
  );
}

/** A profile asks for more rights than an account: without values and associations the account is enough. */
function create(draft: NewCustomer, fields: readonly FieldDefinition[]): Promise<{ id: string }> {
  const request = requestOf(draft, fields);
  const isPlain = request.details.length + request.organizationIds.length + request.productIds.length === 0;
  return isPlain ? call('customers.createAccount', accountOf(draft)) : call('customers.create', request);
}

function Account({ draft, errors, onChange }: PartProps) {
  return (
    <Stack space="space.150">
      <TextField
        id="new-email"
        label="E-mail"
        isRequired
        error={errors.shown('email')}
        focusTurn={errors.focusTurn('email')}
        value={draft.email}
        onLeave={() => errors.leave('email')}
        onChange={(email) => onChange({ email })}
      />
      <TextField
        id="new-name"
        label="Display name"
        help="Left empty, the site shows the e-mail address."
        error={errors.shown('displayName')}
        focusTurn={errors.focusTurn('displayName')}
        value={draft.displayName}
        onLeave={() => errors.leave('displayName')}
        onChange={(displayName) => onChange({ displayName })}
      />
    </Stack>
  );
}

function Details({ fields, draft, errors, onChange }: PartProps & { fields: readonly FieldDefinition[] }) {
  return (
    <Stack space="space.150">
      {fields.map((field, index) => {
        const key = detailKey(field.name);
        const turn = errors.focusTurn(key);
        return (
          <Field key={field.name} id={`new-detail-${index}`} label={field.name} error={null}>
            <ValueEditor
              key={turn}
              id={`new-detail-${index}`}
              field={field}
              values={draft.values[field.name] ?? []}
              error={errors.shown(key)}
              autoFocus={turn > 0}
              onBlur={() => errors.leave(key)}
              onChange={(values) => onChange({ values: { ...draft.values, [field.name]: values } })}
            />
          </Field>
        );
      })}
    </Stack>
  );
}

function Associations({ draft, errors, onChange }: PartProps) {
  return (
    <Section title="Organizations and products">
      <Field id="new-organizations" label="Organizations" error={null}>
        <OrganizationPicker
          id="new-organizations"
          isMulti
          values={draft.organizations.map(({ id }) => id)}
          error={errors.shown('organizations')}
          onChange={(organizations) => onChange({ organizations })}
        />
      </Field>
      <Field id="new-products" label="Products" error={errors.shown('products')}>
        <ProductsPicker
          id="new-products"
          load={loadProducts}
          value={draft.products}
          isInvalid={errors.shown('products') !== null}
          onChange={(products) => onChange({ products })}
        />
      </Field>
    </Section>
  );
}
