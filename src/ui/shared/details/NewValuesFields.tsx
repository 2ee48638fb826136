import { Stack, Text } from '@forge/react';
import React from 'react';
import type { FieldDefinition } from '../../../contract/fields';
import { Field } from '../form/Field';
import type { FieldErrors } from '../form/use-field-errors';
import { type NewValues, detailKey } from './new-values';
import { ValueEditor } from './ValueEditor';

interface Props {
  fields: readonly FieldDefinition[];
  values: NewValues;
  /** Of the form, where the fields stand under their `detailKey`. */
  errors: FieldErrors<string>;
  onChange: (change: (now: NewValues) => NewValues) => void;
}

/** The detail fields of an entity in the making. */
export function NewValuesFields({ fields, values, errors, onChange }: Props) {
  if (fields.length === 0) {
    return <Text color="color.text.subtle">Your site has no detail fields for this yet.</Text>;
  }
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
              values={values[field.name] ?? []}
              error={errors.shown(key)}
              autoFocus={turn > 0}
              onBlur={() => errors.leave(key)}
              onChange={(entered) => onChange((now) => ({ ...now, [field.name]: entered }))}
            />
          </Field>
        );
      })}
    </Stack>
  );
}
