import { Inline, Select, Stack, Text } from '@forge/react';
import React from 'react';
import type { FieldDefinition } from '../../../contract/fields';
import type { SyncSettings } from '../../../contract/syncs';
import { type Choice, chosenValues } from '../../shared/choice';
import { Field, TextField } from '../../shared/form/Field';
import { RadioField } from '../../shared/form/RadioField';
import type { FieldErrors } from '../../shared/form/use-field-errors';
import { Section } from '../../shared/Section';
import type { SyncDraft, SyncField } from './draft';
import { ProjectPicker } from './ProjectPicker';
import { hourWords, weekdays } from './words';

interface Props {
  draft: SyncDraft;
  onChange: (part: Partial<SyncDraft>) => void;
  fields: FieldErrors<SyncField>;
  /** The detail fields of the records, which one that has vanished can be marked in. */
  details: readonly FieldDefinition[];
}

const every: readonly { value: SyncSettings['schedule']['every']; label: string }[] = [
  { value: 'delivery', label: 'As soon as it’s delivered' },
  { value: 'hour', label: 'Every hour' },
  { value: 'day', label: 'Every day' },
  { value: 'week', label: 'Every week' },
];
const vanished: readonly { value: SyncSettings['vanished']['then']; label: string }[] = [
  { value: 'list', label: 'List them on the run' },
  { value: 'set', label: 'Set or clear one of their fields' },
  { value: 'nothing', label: 'Nothing' },
];
export const hours: readonly Choice[] = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: hourWords(hour),
}));
export const days: readonly Choice[] = weekdays.map((label, day) => ({ value: String(day), label }));

/** Everything that an administrator decides of a sync. */
export function SyncFields({ draft, onChange, fields, details }: Props) {
  const field = (key: SyncField) => ({
    id: key,
    value: draft[key],
    error: fields.shown(key),
    focusTurn: fields.focusTurn(key),
    onChange: (value: string) => onChange({ [key]: value }),
    onLeave: () => fields.leave(key),
  });
  return (
    <Stack space="space.400">
      <TextField {...field('name')} label="Name" isRequired maxLength={100} />
      <Section title="When it runs">
        <RadioField
          name="every"
          label="Apply what was delivered"
          options={every}
          value={draft.every}
          onChange={(value) => onChange({ every: value })}
        />
        {(draft.every === 'day' || draft.every === 'week') && (
          <Inline space="space.200" rowSpace="space.100" shouldWrap>
            {draft.every === 'week' && (
              <PickField id="day" label="Day" choices={days} value={draft.day} onChange={(day) => onChange({ day })} />
            )}
            <PickField
              id="hour"
              label="Hour"
              choices={hours}
              value={draft.hour}
              onChange={(hour) => onChange({ hour })}
            />
            <TextField {...field('timeZone')} label="Time zone" isRequired size="small" />
          </Inline>
        )}
      </Section>
      <Section title="Who owns a field">
        <Field
          id="if-empty"
          label="Fields written only where your site has nothing"
          help="The sync overwrites all others. A column that should never be written isn’t mapped."
          error={null}
        >
          <Select
            inputId="if-empty"
            isMulti
            placeholder="The sync overwrites all fields"
            options={details.map(({ name }) => ({ label: name, value: name }))}
            value={draft.ifEmpty.map((name) => ({ label: name, value: name }))}
            onChange={(options: unknown) => onChange({ ifEmpty: chosenValues(options) })}
          />
        </Field>
      </Section>
      <Section title="Records that are no longer in the export">
        <RadioField
          name="vanished"
          label="What becomes of them"
          help="A sync never deletes customers or organizations. A record that comes back keeps what was set, unless a column is mapped to that field."
          options={vanished}
          value={draft.vanished}
          onChange={(value) => onChange({ vanished: value })}
        />
        {draft.vanished === 'set' && (
          <Inline space="space.200" rowSpace="space.100" shouldWrap>
            <Field id="vanished-field" label="Field" isRequired error={fields.shown('vanishedField')}>
              <Select
                inputId="vanished-field"
                options={details.map(({ name }) => ({ label: name, value: name }))}
                value={draft.vanishedField === '' ? null : { label: draft.vanishedField, value: draft.vanishedField }}
                onChange={(option: unknown) => onChange({ vanishedField: chosenValues(option)[0] ?? '' })}
              />
            </Field>
            <TextField
              id="vanished-value"
              label="Value"
              help="Leave it empty to clear the field."
              error={null}
              value={draft.vanishedValue}
              maxLength={255}
              onChange={(value) => onChange({ vanishedValue: value })}
            />
          </Inline>
        )}
      </Section>
      <Section title="Large changes">
        <Text>A run waits for approval when it would change more than either of these.</Text>
        <Inline space="space.200" rowSpace="space.100" shouldWrap>
          <TextField {...field('percent')} label="Percent of the records" type="number" isRequired size="small" />
          <TextField {...field('rows')} label="Rows" type="number" isRequired size="small" />
        </Inline>
      </Section>
      <Section title="Who is told">
        <ProjectPicker value={draft.project} onChange={(project) => onChange({ project })} />
      </Section>
    </Stack>
  );
}

interface PickProps {
  id: string;
  label: string;
  choices: readonly Choice[];
  value: string;
  onChange: (value: string) => void;
}

export function PickField({ id, label, choices, value, onChange }: PickProps) {
  return (
    <Field id={id} label={label} error={null} size="small">
      <Select
        inputId={id}
        options={[...choices]}
        value={choices.find((choice) => choice.value === value) ?? null}
        onChange={(option: unknown) => onChange(chosenValues(option)[0] ?? value)}
      />
    </Field>
  );
}
