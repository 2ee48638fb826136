import { Select, Stack } from '@forge/react';
import React, { useState } from 'react';
import {
  type DirectoryEntity,
  type DirectoryFilter,
  type ListedEntity,
  MAX_DAYS_AHEAD,
} from '../../../contract/directory';
import type { OrganizationName } from '../../../contract/customers';
import type { Product } from '../../../contract/entitlements';
import type { FieldDefinition } from '../../../contract/fields';
import { ActionModal } from '../../shared/ActionModal';
import { type Choice, choicesOf, chosenValues } from '../../shared/choice';
import { ValueEditor } from '../../shared/details/ValueEditor';
import { Field, TextField } from '../../shared/form/Field';
import { useDraft } from '../../shared/form/use-draft';
import { ProductPicker } from '../../shared/ProductPicker';
import { useAction } from '../../shared/use-action';
import { OrganizationPicker } from '../customers/OrganizationPicker';
import { loadProducts } from '../entitlements/load-products';

interface Props {
  entity: ListedEntity;
  fields: readonly FieldDefinition[];
  onFilter: (filter: DirectoryFilter) => void;
  onClose: () => void;
}

type By = Exclude<DirectoryFilter['by'], 'text'>;

const ways: readonly (Choice & { value: By; only?: ListedEntity })[] = [
  { value: 'field', label: 'A detail field has a value' },
  { value: 'empty', label: 'A detail field is empty' },
  { value: 'organization', label: 'In an organization', only: 'customer' },
  { value: 'no-organization', label: 'Without organization', only: 'customer' },
  { value: 'product', label: 'Entitled to a product' },
  { value: 'ends', label: 'Entitlement ends soon' },
  { value: 'ended', label: 'Entitlement has ended' },
  { value: 'holder', label: 'Held by customers or organizations', only: 'entitlement' },
];

const holders: readonly (Choice & { value: DirectoryEntity })[] = [
  { value: 'customer', label: 'Customers' },
  { value: 'organization', label: 'Organizations' },
];

const comparisons: readonly (Choice & { value: 'is' | 'begins' })[] = [
  { value: 'is', label: 'is' },
  { value: 'begins', label: 'begins with' },
];

interface Draft {
  by: By;
  field: string;
  how: 'is' | 'begins';
  value: string;
  organization: OrganizationName | null;
  product: Product | null;
  days: string;
  holder: DirectoryEntity;
}

/** The filter of a draft, or what it lacks. */
function filterOf(draft: Draft): DirectoryFilter | { problem: string } {
  const { by, field, how, value, organization, product, days, holder } = draft;
  switch (by) {
    case 'field':
      if (field === '') return { problem: 'Choose a field.' };
      return value.trim() === '' ? { problem: 'Enter a value.' } : { by, field, how, value: value.trim() };
    case 'empty':
      return field === '' ? { problem: 'Choose a field.' } : { by, field };
    case 'organization':
      return organization === null ? { problem: 'Choose an organization.' } : { by, organization };
    case 'product':
      return product === null ? { problem: 'Choose a product.' } : { by, product };
    case 'ends': {
      const count = /^\d{1,4}$/.test(days.trim()) ? Number(days) : MAX_DAYS_AHEAD + 1;
      return count > MAX_DAYS_AHEAD
        ? { problem: `Enter a whole number of days, up to ${MAX_DAYS_AHEAD}.` }
        : { by, days: count };
    }
    case 'holder':
      return { by, holder };
    default:
      return { by };
  }
}

/** Asks for one more filter. */
export function FilterModal({ entity, fields, onFilter, onClose }: Props) {
  const [draft, change] = useDraft<Draft>({
    by: entity === 'entitlement' ? 'product' : 'field',
    ...{ field: '', how: 'is', value: '', organization: null, product: null, days: '30', holder: 'customer' },
  });
  const [isTried, setTried] = useState(false);
  const made = filterOf(draft);
  const problem = isTried && 'problem' in made ? made.problem : null;
  const add = useAction(() => {
    if ('problem' in made) setTried(true);
    else {
      onFilter(made);
      onClose();
    }
    return Promise.resolve();
  });
  const offered = ways.filter(({ only }) => only === undefined || only === entity);
  return (
    <ActionModal title="Add filter" verb="Add filter" action={add} onClose={onClose}>
      <Field id="filter-by" label="Show those" error={null}>
        <Select
          inputId="filter-by"
          autoFocus
          options={offered.map(({ label, value }) => ({ label, value }))}
          value={choicesOf([draft.by], offered)[0] ?? null}
          onChange={(chosen: unknown) => {
            const by = offered.find(({ value }) => value === chosenValues(chosen)[0])?.value;
            if (by !== undefined) change({ by });
            setTried(false);
          }}
        />
      </Field>
      <Wanted draft={draft} fields={fields} problem={problem} onChange={change} />
    </ActionModal>
  );
}

interface WantedProps {
  draft: Draft;
  fields: readonly FieldDefinition[];
  problem: string | null;
  onChange: (part: Partial<Draft>) => void;
}

function Wanted({ draft, fields, problem, onChange }: WantedProps) {
  switch (draft.by) {
    case 'field':
      return (
        <Stack space="space.100">
          <FieldSelect draft={draft} fields={fields} problem={problem} onChange={onChange} />
          <Field id="filter-how" label="Comparison" error={null}>
            <Select
              inputId="filter-how"
              options={[...comparisons]}
              value={choicesOf([draft.how], comparisons)[0] ?? null}
              onChange={(chosen: unknown) => onChange({ how: chosenValues(chosen)[0] === 'begins' ? 'begins' : 'is' })}
            />
          </Field>
          <ValueField draft={draft} fields={fields} problem={problem} onChange={onChange} />
        </Stack>
      );
    case 'empty':
      return <FieldSelect draft={draft} fields={fields} problem={problem} onChange={onChange} />;
    case 'organization':
      return (
        <Field id="filter-organization" label="Organization" error={null}>
          <OrganizationPicker
            id="filter-organization"
            values={draft.organization === null ? [] : [draft.organization]}
            error={problem}
            onChange={([first = null]) => onChange({ organization: first })}
          />
        </Field>
      );
    case 'product':
      return (
        <Field id="filter-product" label="Product" error={problem}>
          <ProductPicker
            id="filter-product"
            load={loadProducts}
            isInvalid={problem !== null}
            value={draft.product}
            onChange={(product) => onChange({ product })}
          />
        </Field>
      );
    case 'ends':
      return (
        <TextField
          id="filter-days"
          type="number"
          label="Ends today or within days"
          error={problem}
          value={draft.days}
          onChange={(days) => onChange({ days })}
        />
      );
    case 'holder':
      return (
        <Field id="filter-holder" label="Held by" error={null}>
          <Select
            inputId="filter-holder"
            options={[...holders]}
            value={choicesOf([draft.holder], holders)[0] ?? null}
            onChange={(chosen: unknown) =>
              onChange({ holder: chosenValues(chosen)[0] === 'organization' ? 'organization' : 'customer' })
            }
          />
        </Field>
      );
    default:
      return null;
  }
}

function FieldSelect({ draft, fields, problem, onChange }: WantedProps) {
  const choices = fields.map(({ name }) => ({ label: name, value: name }));
  const error = draft.field === '' ? problem : null;
  return (
    <Field id="filter-field" label="Detail field" error={error}>
      <Select
        inputId="filter-field"
        placeholder="Choose a field"
        isInvalid={error !== null}
        options={choices}
        value={choices.find(({ value }) => value === draft.field) ?? null}
        onChange={(chosen: unknown) => onChange({ field: chosenValues(chosen)[0] ?? '', value: '' })}
      />
    </Field>
  );
}

/** The value of a field that is to be the same is chosen; the beginning of one is typed. */
function ValueField({ draft, fields, problem, onChange }: WantedProps) {
  const field = fields.find(({ name }) => name === draft.field);
  const error = draft.field === '' ? null : problem;
  if (field === undefined || draft.how === 'begins')
    return (
      <TextField
        id="filter-value"
        label="Value"
        error={error}
        maxLength={255}
        value={draft.value}
        onChange={(value) => onChange({ value })}
      />
    );
  return (
    <Field id="filter-value" label="Value" error={error}>
      <ValueEditor
        key={field.name}
        id="filter-value"
        field={field.type === 'MULTISELECT' ? { ...field, type: 'SELECT' } : field}
        values={draft.value === '' ? [] : [draft.value]}
        onChange={([first = '']) => onChange({ value: first })}
      />
    </Field>
  );
}
