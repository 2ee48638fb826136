import { Inline, Select } from '@forge/react';
import React from 'react';
import type { SyncSchedule } from '../../../contract/syncs';
import { type Choice, chosenValues } from '../../shared/choice';
import { Field, TextField } from '../../shared/form/Field';
import { RadioField } from '../../shared/form/RadioField';
import { Section } from '../../shared/Section';
import { hourWords, weekdays } from './words';

type Every = SyncSchedule['every'];

/** A schedule while it is being written. */
export interface ScheduleDraft<E extends Every> {
  every: E;
  hour: string;
  day: string;
}

interface Props<E extends Every> {
  /** What is done by the schedule: "Apply what was delivered". */
  label: string;
  choices: readonly { value: E; label: string }[];
  draft: ScheduleDraft<E>;
  onChange: (part: Partial<ScheduleDraft<E>>) => void;
  /** The field for the time zone, as its form keeps it. */
  timeZone: Omit<React.ComponentProps<typeof TextField>, 'label' | 'isRequired' | 'size'>;
}

const hours: readonly Choice[] = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: hourWords(hour),
}));
const days: readonly Choice[] = weekdays.map((label, day) => ({ value: String(day), label }));

/** When a sync or a rule runs. */
export function ScheduleFields<E extends Every>({ label, choices, draft, onChange, timeZone }: Props<E>) {
  const hasHour = draft.every === 'day' || draft.every === 'week';
  return (
    <Section title="When it runs">
      <RadioField
        name="every"
        label={label}
        options={choices}
        value={draft.every}
        onChange={(every) => onChange({ every })}
      />
      {hasHour && (
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
          <TextField {...timeZone} label="Time zone" isRequired size="small" />
        </Inline>
      )}
    </Section>
  );
}

interface PickProps {
  id: string;
  label: string;
  choices: readonly Choice[];
  value: string;
  onChange: (value: string) => void;
}

function PickField({ id, label, choices, value, onChange }: PickProps) {
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
