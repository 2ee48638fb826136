import { Inline, Select } from '@forge/react';
import React from 'react';
import type { FieldDefinition } from '../../../contract/fields';
import { chosenValues } from '../../shared/choice';
import { Field, TextField } from '../../shared/form/Field';
import type { SyncDraft } from './draft';

interface Props {
  draft: SyncDraft;
  onChange: (part: Partial<SyncDraft>) => void;
  error: string | null;
  details: readonly FieldDefinition[];
}

/** The fields that vanished records are marked in, with a value for each. */
export function MarkFields({ draft: { marked, marks }, onChange, error, details }: Props) {
  return (
    <>
      <Field id="marked" label="Fields" isRequired error={error}>
        <Select
          inputId="marked"
          isMulti
          options={details.map(({ name }) => ({ label: name, value: name }))}
          value={marked.map((name) => ({ label: name, value: name }))}
          onChange={(options: unknown) => onChange({ marked: chosenValues(options) })}
        />
      </Field>
      {marked.length > 0 && (
        <Inline space="space.200" rowSpace="space.100" shouldWrap>
          {marked.map((name) => (
            <TextField
              key={name}
              id={`mark-${name}`}
              label={`Value of ${name}`}
              help="Leave it empty to clear the field."
              error={null}
              value={marks[name] ?? ''}
              maxLength={255}
              onChange={(value) => onChange({ marks: { ...marks, [name]: value } })}
            />
          ))}
        </Inline>
      )}
    </>
  );
}
