import {
  Box,
  ErrorMessage,
  HelperMessage,
  Label,
  RequiredAsterisk,
  Stack,
  TextArea,
  Textfield,
  xcss,
} from '@forge/react';
import React from 'react';
import { breakable } from '../format';

interface FieldProps {
  id: string;
  label: string;
  /** What to write, and why. */
  help?: string | undefined;
  error: string | null;
  isRequired?: boolean;
  /** `small` for several in a row. */
  size?: keyof typeof widths;
  children: React.ReactNode;
}

const widths = {
  small: xcss({ width: '180px', maxWidth: '100%' }),
  medium: xcss({ width: '400px', maxWidth: '100%' }),
};

/** A control under its label, with what is wrong with it, or else its help. */
export function Field({ id, label, help, error, isRequired = false, size = 'medium', children }: FieldProps) {
  return (
    <Box xcss={widths[size]}>
      <Stack>
        <Label labelFor={id}>
          {breakable(label)}
          {isRequired && <RequiredAsterisk />}
        </Label>
        {children}
        {error !== null && <ErrorMessage>{error}</ErrorMessage>}
        {error === null && help !== undefined && <HelperMessage>{help}</HelperMessage>}
      </Stack>
    </Box>
  );
}

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  value: string;
  onChange: (value: string) => void;
  onLeave?: (() => void) | undefined;
  /** UI Kit can put the focus on a control only when it appears: each new turn, the control appears anew. */
  focusTurn?: number;
  /** Lines that are seen at once; more than one makes it a text area. */
  lines?: number;
  placeholder?: string;
  type?: 'text' | 'number' | 'email';
  maxLength?: number;
}

/** A text of one or several lines. */
export function TextField({
  value,
  onChange,
  onLeave,
  focusTurn = 0,
  lines = 1,
  type = 'text',
  placeholder,
  maxLength,
  ...field
}: TextFieldProps) {
  const control = {
    id: field.id,
    value,
    isInvalid: field.error !== null,
    isRequired: field.isRequired ?? false,
    autoFocus: focusTurn > 0,
    onChange: ({ target: { value: typed } }: { target: { value?: unknown } }) =>
      onChange(typeof typed === 'string' || typeof typed === 'number' ? String(typed) : ''),
    ...(onLeave && { onBlur: onLeave }),
    ...(placeholder !== undefined && { placeholder }),
    ...(maxLength !== undefined && { maxLength }),
  };
  return (
    <Field {...field}>
      {lines > 1 ? (
        <TextArea key={focusTurn} minimumRows={lines} {...control} />
      ) : (
        <Textfield key={focusTurn} type={type} {...control} />
      )}
    </Field>
  );
}
