import { Select } from '@forge/react';
import React from 'react';
import { isolated } from '../../../../domain/isolated';
import { type Choice, choicesOf, chosenValues } from '../../../shared/choice';
import { Field } from '../../../shared/form/Field';
import { Section } from '../../../shared/Section';

interface Props {
  /** Names of the date fields of entitlements. */
  dates: readonly string[];
  value: string | null;
  onChange: (name: string | null) => void;
}

/** The field that says when an entitlement ends. */
export function EndField({ dates, value, onChange }: Props) {
  const choices: Choice[] = dates.map((name) => ({ label: name, value: name }));
  const isGone = value !== null && !dates.includes(value);
  return (
    <Section title="When an entitlement ends">
      <Field
        id="entitlement-end"
        label="Date field with the last day"
        help={
          dates.length === 0
            ? 'Entitlements have no date field yet. Create one under Detail fields.'
            : 'Agents see when each entitlement ends, or that it has ended.'
        }
        error={isGone ? `“${isolated(value)}” is no longer a date field for entitlements.` : null}
      >
        <Select
          inputId="entitlement-end"
          isClearable
          placeholder="None"
          options={choices}
          value={value === null ? null : choicesOf([value], choices)[0]}
          onChange={(chosen: unknown) => onChange(chosenValues(chosen)[0] ?? null)}
        />
      </Field>
    </Section>
  );
}
