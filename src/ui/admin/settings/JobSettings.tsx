import React from 'react';
import { TextField } from '../../shared/form/Field';
import { RadioField } from '../../shared/form/RadioField';
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
      <RadioField
        name="backgroundActor"
        label="Background jobs run as"
        help="To run jobs as itself, the app needs the Administer Jira permission on your site. Without it, jobs stop and wait for you. A job that someone continues runs as that person from then on."
        value={draft.backgroundActor}
        onChange={(backgroundActor) => onChange({ backgroundActor })}
        options={[
          {
            value: 'starter',
            label: 'The administrator who started the job: your site’s history names a person',
          },
          { value: 'app', label: 'The app: jobs continue if that administrator leaves or loses the permission' },
        ]}
      />
    </Section>
  );
}
