import { Checkbox, Inline, Select, Stack, Text } from '@forge/react';
import React from 'react';
import type { FieldDefinition } from '../../../../contract/fields';
import { type Choice, choicesOf, chosenValues } from '../../../shared/choice';
import { NewValuesFields } from '../../../shared/details/NewValuesFields';
import { yesAndNo } from '../../../shared/details/value-words';
import { Field, TextField } from '../../../shared/form/Field';
import type { DraftChange } from '../../../shared/form/use-draft';
import type { FieldErrors } from '../../../shared/form/use-field-errors';
import { ProductPicker } from '../../../shared/ProductPicker';
import { Section } from '../../../shared/Section';
import { loadProducts } from '../../entitlements/load-products';
import { type RuleDraft, type RuleFieldLists, hasOptions } from './rule-draft';
import { RuleTiming } from './RuleTiming';

export interface RuleFieldsProps {
  draft: RuleDraft;
  onChange: (change: DraftChange<RuleDraft>) => void;
  errors: FieldErrors<string>;
  lists: RuleFieldLists;
  /** The product of a rule that is there stays. */
  isNew: boolean;
}

/** Everything that an administrator decides of a rule. */
export function RuleFields(props: RuleFieldsProps) {
  const { draft, onChange, errors } = props;
  return (
    <Stack space="space.400">
      <TextField
        id="name"
        label="Name"
        isRequired
        maxLength={100}
        value={draft.name}
        error={errors.shown('name')}
        focusTurn={errors.focusTurn('name')}
        onChange={(name) => onChange({ name })}
        onLeave={() => errors.leave('name')}
      />
      <ConditionFields {...props} />
      <GrantFields {...props} />
      <Section title="Customers it no longer covers">
        <Checkbox
          label="Revoke what the rule granted"
          isChecked={draft.revokes}
          onChange={() => onChange(({ revokes }) => ({ revokes: !revokes }))}
        />
        <Text color="color.text.subtle">
          What a person or another rule granted is never changed or revoked. Revoking an entitlement deletes its values.
        </Text>
      </Section>
      <RuleTiming draft={draft} onChange={onChange} errors={errors} />
    </Stack>
  );
}

function ConditionFields({ draft, onChange, errors, lists }: RuleFieldsProps) {
  const field = lists.organization.find(({ name }) => name === draft.field);
  return (
    <Section title="Whom it covers">
      <Text>Every customer of an organization whose detail field holds one of the values.</Text>
      <Inline space="space.200" rowSpace="space.100" shouldWrap>
        <Field id="field" label="Field of organizations" isRequired error={errors.shown('field')}>
          <Select
            key={errors.focusTurn('field')}
            autoFocus={errors.focusTurn('field') > 0}
            inputId="field"
            isInvalid={errors.shown('field') !== null}
            options={lists.organization.map(({ name }) => ({ label: name, value: name }))}
            value={draft.field === '' ? null : { label: draft.field, value: draft.field }}
            onBlur={() => errors.leave('field')}
            onChange={(chosen: unknown) => onChange({ field: chosenValues(chosen)[0] ?? '', options: [], lines: '' })}
          />
        </Field>
        {field !== undefined && hasOptions(field) && (
          <Field id="wanted" label="Any of these values" isRequired error={errors.shown('wanted')}>
            <Select
              inputId="wanted"
              isMulti
              isInvalid={errors.shown('wanted') !== null}
              options={choicesFor(field)}
              value={choicesOf(draft.options, choicesFor(field))}
              onBlur={() => errors.leave('wanted')}
              onChange={(chosen: unknown) => onChange({ options: chosenValues(chosen) })}
            />
          </Field>
        )}
        {field !== undefined && !hasOptions(field) && (
          <TextField
            id="wanted"
            label="Any of these values"
            help="One a line. Letter case makes no difference."
            lines={2}
            isRequired
            value={draft.lines}
            error={errors.shown('wanted')}
            focusTurn={errors.focusTurn('wanted')}
            onChange={(lines) => onChange({ lines })}
            onLeave={() => errors.leave('wanted')}
          />
        )}
      </Inline>
    </Section>
  );
}

const choicesFor = ({ type, options }: FieldDefinition): Choice[] =>
  type === 'BOOLEAN' ? [...yesAndNo] : options.map((option) => ({ label: option, value: option }));

function GrantFields({ draft, onChange, errors, lists, isNew }: RuleFieldsProps) {
  return (
    <Section title="What they’re entitled to">
      <Field
        id="product"
        label="Product"
        isRequired
        error={errors.shown('product')}
        help={isNew ? undefined : 'The product of a rule can’t be changed. Create another rule for another product.'}
      >
        {isNew ? (
          <ProductPicker
            key={errors.focusTurn('product')}
            autoFocus={errors.focusTurn('product') > 0}
            id="product"
            load={loadProducts}
            value={draft.product}
            isInvalid={errors.shown('product') !== null}
            onBlur={() => errors.leave('product')}
            onChange={(product) => onChange({ product })}
          />
        ) : (
          <Text>{draft.product?.name ?? ''}</Text>
        )}
      </Field>
      <Checkbox
        label="Inheriting the product from an organization is enough"
        isChecked={draft.countsInherited}
        onChange={() => onChange(({ countsInherited }) => ({ countsInherited: !countsInherited }))}
      />
      <Stack space="space.100">
        <Text>Values of the entitlements that the rule grants. Fields you leave empty aren’t touched.</Text>
        <NewValuesFields
          fields={lists.entitlement}
          values={draft.values}
          errors={errors}
          onChange={(enter) => onChange((now) => ({ values: enter(now.values) }))}
        />
      </Stack>
    </Section>
  );
}
