import { Box, Inline, Select, xcss } from '@forge/react';
import React from 'react';
import type { FieldDefinition } from '../../../contract/fields';
import { choicesOf, chosenValues } from '../../shared/choice';
import { ValueEditor } from '../../shared/details/ValueEditor';
import { Field, TextField } from '../../shared/form/Field';
import { RowAction } from '../../shared/RowAction';
import type { Condition } from './find-draft';

interface Props {
  condition: Condition;
  /** From 1: what tells the lines apart for a screen reader. */
  place: number;
  fields: readonly FieldDefinition[];
  /** As of TextField; the control that is empty takes the focus. */
  focusTurn: number;
  onChange: (part: Partial<Condition>) => void;
  onRemove: (() => void) | undefined;
}

// As low as the controls stand under their labels.
const besideControls = xcss({ paddingBlockStart: 'space.300' });

/** One field with the value that it has to hold. */
export function ConditionLine({ condition, place, fields, focusTurn, onChange, onRemove }: Props) {
  const choices = fields.map(({ name }) => ({ label: name, value: name }));
  const isChosen = condition.field !== '';
  const fieldTurn = isChosen ? 0 : focusTurn;
  return (
    <Inline space="space.100" rowSpace="space.050" alignBlock="start" shouldWrap>
      <Field id={`condition-${place}-field`} label={`Field ${place}`} size="small" error={null}>
        <Select
          key={fieldTurn}
          autoFocus={fieldTurn > 0}
          inputId={`condition-${place}-field`}
          placeholder="Choose a field"
          options={choices}
          value={choicesOf(isChosen ? [condition.field] : [], choices)[0] ?? null}
          onChange={(chosen: unknown) => onChange({ field: chosenValues(chosen)[0] ?? '', value: '' })}
        />
      </Field>
      <ConditionValue
        id={`condition-${place}-value`}
        label={`Value ${place}`}
        field={fields.find(({ name }) => name === condition.field)}
        focusTurn={isChosen ? focusTurn : 0}
        value={condition.value}
        onChange={(value) => onChange({ value })}
      />
      {onRemove && (
        <Box xcss={besideControls}>
          <RowAction verb="Remove" name={condition.field || `line ${place}`} onClick={onRemove} />
        </Box>
      )}
    </Inline>
  );
}

interface ValueProps {
  id: string;
  label: string;
  /** Undefined while none is chosen, or where the site has it no more. */
  field: FieldDefinition | undefined;
  focusTurn: number;
  value: string;
  onChange: (value: string) => void;
}

function ConditionValue({ id, label, field, focusTurn, value, onChange }: ValueProps) {
  if (field === undefined) {
    return <TextField id={id} label={label} error={null} focusTurn={focusTurn} value={value} onChange={onChange} />;
  }
  return (
    <Field id={id} label={label} error={null}>
      <ValueEditor
        key={`${field.name} ${focusTurn}`}
        id={id}
        autoFocus={focusTurn > 0}
        // One value is looked for, also where the field holds several.
        field={field.type === 'MULTISELECT' ? { ...field, type: 'SELECT' } : field}
        values={value === '' ? [] : [value]}
        onChange={([first = '']) => onChange(first)}
      />
    </Field>
  );
}
