import React from 'react';
import { TextField } from '../../shared/form/Field';
import type { FieldErrors } from '../../shared/form/use-field-errors';
import { Section } from '../../shared/Section';
import type { Draft, NumberField } from './draft';

export interface PartProps {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  fields: FieldErrors<NumberField>;
}

/** How jobs run. */
export function JobSettings({ draft, onChange, fields }: PartProps) {
  const numberField = (key: NumberField) => ({
    id: key,
    value: draft[key],
    error: fields.shown(key),
    focusTurn: fields.focusTurn(key),
    onChange: (value: string) => onChange({ [key]: value }),
    onLeave: () => fields.leave(key),
  });
  return (
    <Section title="Jobs">
      <TextField
        {...numberField('taskSlots')}
        type="number"
        label="Task slots"
        help="How many unfinished bulk tasks the app can have at once. A site allows 5 or 10 in all, so leave some for other apps and imports."
      />
      <TextField
        {...numberField('retentionDays')}
        type="number"
        label="Days to keep ended jobs"
        help="A job keeps the rows of its file so you can download the unsuccessful ones. After this many days, the job and its rows are deleted. A job that has stopped is cancelled if nobody touches it for this long."
      />
    </Section>
  );
}
