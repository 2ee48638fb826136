import { Form } from '@forge/react';
import React from 'react';
import { TextField } from '../../shared/form/Field';
import { useHandler } from '../../shared/use-handler';
import { type FieldForm, NAME } from './use-field-form';

interface Props {
  form: FieldForm;
  help: string;
  /** What Enter does. */
  onEnter: () => void;
}

/** The name of a field, checked against the rules while it is written. */
export function NameField({ form, help, onEnter }: Props) {
  const enter = useHandler(onEnter);
  return (
    // A form of its own: in an option, Enter begins the next one.
    <Form onSubmit={enter}>
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
    </Form>
  );
}
