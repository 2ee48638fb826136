import { Inline, Text } from '@forge/react';
import React from 'react';
import type { RuleSettings } from '../../../../contract/rules';
import { TextField } from '../../../shared/form/Field';
import type { DraftChange } from '../../../shared/form/use-draft';
import type { FieldErrors } from '../../../shared/form/use-field-errors';
import { Section } from '../../../shared/Section';
import { ScheduleFields } from '../ScheduleFields';
import type { RuleDraft, limitKeys } from './rule-draft';

const every: readonly { value: RuleSettings['schedule']['every']; label: string }[] = [
  { value: 'hour', label: 'Every hour' },
  { value: 'day', label: 'Every day' },
  { value: 'week', label: 'Every week' },
];

interface Props {
  draft: RuleDraft;
  onChange: (change: DraftChange<RuleDraft>) => void;
  errors: FieldErrors<string>;
}

/** When a rule runs, and how much it may change by itself. */
export function RuleTiming({ draft, onChange, errors }: Props) {
  const text = (key: (typeof limitKeys)[number]) => ({
    id: key,
    value: draft[key],
    error: errors.shown(key),
    focusTurn: errors.focusTurn(key),
    isRequired: true,
    size: 'small' as const,
    onChange: (value: string) => onChange({ [key]: value }),
    onLeave: () => errors.leave(key),
  });
  return (
    <>
      <ScheduleFields
        label="Compare your site with the rule"
        choices={every}
        draft={draft}
        onChange={onChange}
        timeZone={text('timeZone')}
      />
      <Section title="Large changes">
        <Text>A run waits for approval when it would change more than either of these.</Text>
        <Inline space="space.200" rowSpace="space.100" shouldWrap>
          <TextField {...text('percent')} label="Percent of the customers" type="number" />
          <TextField {...text('rows')} label="Customers" type="number" />
        </Inline>
      </Section>
    </>
  );
}
