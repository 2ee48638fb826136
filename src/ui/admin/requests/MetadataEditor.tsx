import { Box, Button, Inline, Select, Stack, Text, xcss } from '@forge/react';
import React from 'react';
import { MAX_METADATA_ENTRIES } from '../../../contract/requests';
import { type MetadataType, metadataTypes } from '../../../domain/requests/metadata';
import { choicesOf, chosenValues } from '../../shared/choice';
import { Field, TextField } from '../../shared/form/Field';
import type { ListChange } from '../../shared/form/use-draft';
import type { FieldErrors } from '../../shared/form/use-field-errors';
import { RowAction } from '../../shared/RowAction';
import { type EntryDraft, withEntry } from './request-draft';

interface Props {
  entries: readonly EntryDraft[];
  onChange: (change: ListChange<EntryDraft>) => void;
  fields: FieldErrors<string>;
}

/** Facts for whoever works on the request, as keys with values of the three types that the contract takes. */
export function MetadataEditor({ entries, onChange, fields }: Props) {
  return (
    <Stack space="space.150">
      <Text color="color.text.subtle">
        Extra information sent with the request, such as an order number. Each entry has a key and a value: text, a
        number, or yes or no.
      </Text>
      {entries.map((entry, at) => (
        <Entry
          key={entry.id}
          entry={entry}
          place={at + 1}
          fields={fields}
          onChange={(part) => onChange((now) => now.map((one) => (one.id === entry.id ? { ...one, ...part } : one)))}
          onRemove={() => onChange((now) => now.filter((one) => one.id !== entry.id))}
        />
      ))}
      <Inline>
        <Button isDisabled={entries.length >= MAX_METADATA_ENTRIES} onClick={() => onChange(withEntry)}>
          Add metadata
        </Button>
      </Inline>
    </Stack>
  );
}

interface EntryProps {
  entry: EntryDraft;
  /** From 1: what tells the entries apart for a screen reader. */
  place: number;
  fields: FieldErrors<string>;
  onChange: (part: Partial<EntryDraft>) => void;
  onRemove: () => void;
}

const typeWords: Record<MetadataType, string> = { text: 'Text', number: 'Number', 'yes or no': 'Yes or no' };
const typeChoices = metadataTypes.map((value) => ({ value, label: typeWords[value] }));
const button = xcss({ paddingBlockStart: 'space.300' });

function Entry({ entry, place, fields, onChange, onRemove }: EntryProps) {
  const { id, key, type } = entry;
  return (
    <Inline space="space.100" rowSpace="space.050" alignBlock="start" shouldWrap>
      <TextField
        id={`key-${id}`}
        label={`Key ${place}`}
        size="small"
        value={key}
        maxLength={255}
        error={fields.shown(`key-${id}`)}
        focusTurn={fields.focusTurn(`key-${id}`)}
        onChange={(text) => onChange({ key: text })}
        onLeave={() => fields.leave(`key-${id}`)}
      />
      <Field id={`type-${id}`} label={`Type ${place}`} size="small" error={null}>
        <Select
          inputId={`type-${id}`}
          options={typeChoices}
          value={choicesOf([type], typeChoices)[0]}
          onChange={(chosen: unknown) => {
            const next = metadataTypes.find((known) => known === chosenValues(chosen)[0]);
            // What was typed stays, unless the new type has no place for it.
            if (next) onChange({ type: next, ...((next === 'yes or no') !== (type === 'yes or no') && { value: '' }) });
          }}
        />
      </Field>
      <Value entry={entry} place={place} fields={fields} onChange={onChange} />
      <Box xcss={button}>
        <RowAction verb="Remove" name={key.trim() === '' ? `entry ${place}` : key} onClick={onRemove} />
      </Box>
    </Inline>
  );
}

const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

function Value({ entry: { id, type, value }, place, fields, onChange }: Omit<EntryProps, 'onRemove'>) {
  const label = `Value ${place}`;
  if (type === 'yes or no') {
    return (
      <Field id={`value-${id}`} label={label} size="small" error={null}>
        <Select
          inputId={`value-${id}`}
          options={yesOrNo}
          value={choicesOf([value === 'yes' ? 'yes' : 'no'], yesOrNo)[0]}
          onChange={(chosen: unknown) => onChange({ value: chosenValues(chosen)[0] ?? 'no' })}
        />
      </Field>
    );
  }
  return (
    <TextField
      id={`value-${id}`}
      label={label}
      size="small"
      value={value}
      error={fields.shown(`value-${id}`)}
      focusTurn={fields.focusTurn(`value-${id}`)}
      onChange={(text) => onChange({ value: text })}
      onLeave={() => fields.leave(`value-${id}`)}
    />
  );
}
