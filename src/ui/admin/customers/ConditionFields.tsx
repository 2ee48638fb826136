import { Button, ErrorMessage, HelperMessage, Inline, Label, Select, Stack } from '@forge/react';
import React from 'react';
import { MAX_CONDITIONS } from '../../../contract/customers';
import type { FieldDefinition } from '../../../contract/fields';
import { call } from '../../shared/call';
import { choicesOf, chosenValues } from '../../shared/choice';
import { ValueEditor } from '../../shared/details/ValueEditor';
import { TextField } from '../../shared/form/Field';
import { Loaded } from '../../shared/Loaded';
import { RowAction } from '../../shared/RowAction';
import { useResource } from '../../shared/use-resource';
import type { Condition } from './find-draft';

interface Props {
  conditions: readonly Condition[];
  problem: string | null;
  onChange: (conditions: readonly Condition[]) => void;
}

const loadFields = () => call('imports.fields', {});

/** Fields with the value that each has to hold: a customer is found who holds all of them. */
export function ConditionFields({ conditions, problem, onChange }: Props) {
  const resource = useResource(loadFields);
  const replace = (index: number, next: Condition) =>
    onChange(conditions.map((one, at) => (at === index ? next : one)));
  return (
    <Loaded resource={resource} lines={2} label="Loading detail fields">
      {({ fields }) => (
        <Stack space="space.100">
          {conditions.map((condition, index) => (
            <ConditionLine
              key={index}
              index={index}
              condition={condition}
              fields={fields}
              onChange={(next) => replace(index, next)}
              onRemove={conditions.length > 1 ? () => onChange(conditions.filter((_, at) => at !== index)) : undefined}
            />
          ))}
          {problem !== null && <ErrorMessage>{problem}</ErrorMessage>}
          <HelperMessage>
            A customer has to hold all of the values, each in full. Letter case does not matter.
          </HelperMessage>
          {conditions.length < MAX_CONDITIONS && (
            <Inline>
              <Button spacing="compact" onClick={() => onChange([...conditions, { field: '', value: '' }])}>
                Add a field
              </Button>
            </Inline>
          )}
        </Stack>
      )}
    </Loaded>
  );
}

interface LineProps {
  index: number;
  condition: Condition;
  fields: readonly FieldDefinition[];
  onChange: (condition: Condition) => void;
  onRemove: (() => void) | undefined;
}

function ConditionLine({ index, condition, fields, onChange, onRemove }: LineProps) {
  const choices = fields.map(({ name }) => ({ label: name, value: name }));
  const field = fields.find(({ name }) => name === condition.field);
  const id = `condition-${index}`;
  return (
    <Inline space="space.150" rowSpace="space.100" alignBlock="start" shouldWrap>
      <Stack>
        <Label labelFor={`${id}-field`}>Field</Label>
        <Select
          inputId={`${id}-field`}
          options={choices}
          value={choicesOf(condition.field === '' ? [] : [condition.field], choices)[0] ?? null}
          onChange={(chosen: unknown) => onChange({ field: chosenValues(chosen)[0] ?? '', value: '' })}
        />
      </Stack>
      {field === undefined ? (
        <TextField
          id={`${id}-value`}
          label="Value"
          error={null}
          value={condition.value}
          onChange={(value) => onChange({ ...condition, value })}
        />
      ) : (
        <Stack>
          <Label labelFor={`${id}-value`}>Value</Label>
          <ValueEditor
            key={field.name}
            id={`${id}-value`}
            // One value is looked for, also where the field holds several.
            field={field.type === 'MULTISELECT' ? { ...field, type: 'SELECT' } : field}
            values={condition.value === '' ? [] : [condition.value]}
            onChange={([value = '']) => onChange({ ...condition, value })}
          />
        </Stack>
      )}
      {onRemove && <RowAction verb="Remove" name={condition.field || `line ${index + 1}`} onClick={onRemove} />}
    </Inline>
  );
}
