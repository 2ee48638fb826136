import { Box, DatePicker, ErrorMessage, HelperMessage, Select, TextArea, Textfield, xcss } from '@forge/react';
import React, { useState } from 'react';
import type { FieldDefinition } from '../../../contract/fields';
import { type Choice, choicesOf, chosenValues } from '../choice';
import { lineBreak, typeHelp, yesAndNo } from './value-words';

export interface ValueEditorProps {
  /** Of the control, for the label of the field. */
  id: string;
  field: FieldDefinition;
  /** What is entered, checked or not: at most one entry unless the field is a MULTISELECT. */
  values: readonly string[];
  onChange: (values: string[]) => void;
  onFocus?: () => void;
  onBlur?: () => void;
  /** What is wrong with it; null while nothing is, or while it is still being typed. */
  error?: string | null;
  autoFocus?: boolean;
}

const width = xcss({ width: '100%', maxWidth: '420px' });

/** Takes in the values of one field, by its type, with what helps to fill it in and what is wrong with it. */
export function ValueEditor(props: ValueEditorProps) {
  const { field, error = null } = props;
  const help = typeHelp[field.type];
  return (
    <Box xcss={width}>
      <Control {...props} />
      {error !== null && <ErrorMessage>{error}</ErrorMessage>}
      {error === null && help !== undefined && <HelperMessage>{help}</HelperMessage>}
    </Box>
  );
}

function Control({
  id,
  field,
  values,
  onChange,
  onFocus = () => {},
  onBlur = () => {},
  error = null,
  autoFocus = false,
}: ValueEditorProps) {
  const common = { autoFocus, isInvalid: error !== null, onFocus, onBlur };
  const onText = (text: string) => onChange(text === '' ? [] : [text]);
  switch (field.type) {
    case 'DATE':
      return (
        <DatePicker
          {...common}
          id={id}
          value={values[0] ?? ''}
          dateFormat="MMM D, YYYY"
          placeholder="Jan 31, 2027"
          onChange={onText}
          shouldShowCalendarButton
        />
      );
    case 'BOOLEAN':
      return <ChoiceControl {...common} id={id} choices={yesAndNo} values={values} onChange={onChange} />;
    case 'SELECT':
    case 'MULTISELECT': {
      const choices = field.options.map((option) => ({ label: option, value: option }));
      const isMulti = field.type === 'MULTISELECT';
      return (
        <ChoiceControl {...common} id={id} isMulti={isMulti} choices={choices} values={values} onChange={onChange} />
      );
    }
    default:
      return <TextControl {...common} id={id} value={values[0] ?? ''} onChange={onText} />;
  }
}

interface TextControlProps {
  id: string;
  value: string;
  onChange: (text: string) => void;
  onFocus: () => void;
  onBlur: () => void;
  autoFocus: boolean;
  isInvalid: boolean;
}

function TextControl({ onChange, ...control }: TextControlProps) {
  // Browsers drop the line breaks in a field of one line, and join the words around them. Whoever takes the last one out
  // goes on in the same control.
  const [hasLines] = useState(() => lineBreak.test(control.value));
  const onText = ({ target }: { target: { value?: unknown } }) =>
    onChange(typeof target.value === 'string' ? target.value : '');
  return hasLines ? <TextArea {...control} onChange={onText} /> : <Textfield {...control} onChange={onText} />;
}

interface ChoiceControlProps {
  id: string;
  choices: readonly Choice[];
  values: readonly string[];
  onChange: (values: string[]) => void;
  onFocus: () => void;
  onBlur: () => void;
  isMulti?: boolean;
  autoFocus: boolean;
  isInvalid: boolean;
}

function ChoiceControl({ id, choices, values, onChange, isMulti = false, ...common }: ChoiceControlProps) {
  const chosen = choicesOf(values, choices);
  return (
    <Select
      {...common}
      inputId={id}
      isMulti={isMulti}
      isClearable
      options={[...choices]}
      value={isMulti ? chosen : (chosen[0] ?? null)}
      onChange={(next: unknown) => onChange(chosenValues(next))}
    />
  );
}
