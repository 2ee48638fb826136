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
        help="Bulk tasks that the app has unfinished at once. A site takes 5 or 10 in all; leave some to other apps and imports that run on it."
      />
      <TextField
        {...numberField('retentionDays')}
        type="number"
        label="Days that ended jobs are kept"
        help="A job keeps the rows of its file, so that the failed ones can be downloaded. After this it is deleted, with all of them. One that has stopped, and that nobody touches for as long, is cancelled."
      />
    </Section>
  );
}
