import React from 'react';
import { TextField } from '../../shared/form/Field';
import { type FieldForm, NAME } from './use-field-form';

/** The name of a field, checked against the rules while it is written. */
export function NameField({ form, help }: { form: FieldForm; help: string }) {
  return (
    <TextField
      id="field-name"
      label="Name"
      isRequired
      help={help}
      error={form.nameError}
      value={form.name}
      focusTurn={form.focus.on === NAME ? form.focus.turn : 0}
      onChange={form.setName}
      onLeave={form.leaveName}
    />
  );
}
