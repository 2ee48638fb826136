import { Checkbox, Inline, Select, Stack, Text } from '@forge/react';
import React from 'react';
import type { FieldDefinition } from '../../../contract/fields';
import type { SyncSettings } from '../../../contract/syncs';
import { findKind } from '../../../domain/kinds';
import { writesIfEmpty } from '../../../domain/kinds/if-empty';
import { type ImportKind, isComparable } from '../../../domain/kinds/kind';
import { canPutBackEdits } from '../../../domain/syncs/look';
import { chosenValues } from '../../shared/choice';
import { Field, TextField } from '../../shared/form/Field';
import { RadioField } from '../../shared/form/RadioField';
import type { FieldErrors } from '../../shared/form/use-field-errors';
import { Section } from '../../shared/Section';
import type { SyncDraft, SyncField } from './draft';
import { MarkFields } from './MarkFields';
import { ProjectPicker } from './ProjectPicker';
import { ScheduleFields } from './ScheduleFields';

interface Props {
  draft: SyncDraft;
  onChange: (part: Partial<SyncDraft>) => void;
  fields: FieldErrors<SyncField>;
  /** What the sync reads: only customers are in organizations. */
  kind: string;
  /** What it does with its rows: what is only created is not put back. */
  operation: string;
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
  { value: 'set', label: 'Set or clear fields' },
  { value: 'take-out', label: 'Take them out of their organizations' },
  { value: 'nothing', label: 'Nothing' },
];
const edits: readonly { value: SyncSettings['edits']['then']; label: string }[] = [
  { value: 'list', label: 'List them' },
  { value: 'put-back', label: 'Put back what the export says' },
];

/** What can become of records of a kind that have vanished: only customers and organizations are marked. */
function canBecome(
  then: SyncSettings['vanished']['then'],
  kind: ImportKind | undefined,
  details: readonly FieldDefinition[],
): boolean {
  if (then === 'take-out') return kind?.entity === 'customer';
  return then !== 'set' || (kind?.entity !== 'entitlement' && details.length > 0);
}

const WHEN_FOUND =
  'They’re found when a delivery is compared with your site, weekly or when you ask for it on the page of the sync.';

/** Everything that an administrator decides of a sync. */
export function SyncFields({ draft, onChange, fields, kind, operation, details }: Props) {
  const known = findKind(kind);
  const choices = vanished.filter(({ value }) => canBecome(value, known, details));
  const field = (key: Exclude<SyncField, 'marked'>) => ({
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
      <ScheduleFields
        label="Apply what was delivered"
        choices={every}
        draft={draft}
        onChange={onChange}
        timeZone={field('timeZone')}
      />
      {known !== undefined && writesIfEmpty(known) && (
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
      )}
      {known !== undefined && !isComparable(known) && (
        <Section title="Records that someone has edited on your site">
          <Text>{`The ${known.words.many} of an export can’t be compared with your site: what someone edits there stays until the export changes.`}</Text>
        </Section>
      )}
      {known !== undefined && isComparable(known) && (
        <Section title="Records that someone has edited on your site">
          <Checkbox
            name="weekly"
            label="Compare a delivery with your site once a week"
            isChecked={draft.weekly}
            onChange={() => onChange({ weekly: !draft.weekly })}
          />
          {canPutBackEdits({ operation }) ? (
            <RadioField
              name="edits"
              label="What becomes of those that differ"
              help={`${WHEN_FOUND} Records that someone has deleted are listed either way.`}
              options={edits}
              value={draft.edits}
              onChange={(value) => onChange({ edits: value })}
            />
          ) : (
            <Text color="color.text.subtle">
              {`${WHEN_FOUND} This sync only creates records: what differs is listed, and can’t be put back. From the list, you can create records again that someone has deleted.`}
            </Text>
          )}
        </Section>
      )}
      <Section title="Records that are no longer in the export">
        <RadioField
          name="vanished"
          label="What becomes of them"
          help={
            choices.some(({ value }) => value === 'set')
              ? 'A sync never deletes customers or organizations. A record that comes back keeps what was set, unless a column is mapped to the field.'
              : `A sync never deletes or revokes anything: the ${known?.words.many ?? 'records'} stay on your site.`
          }
          options={choices}
          value={draft.vanished}
          onChange={(value) => onChange({ vanished: value })}
        />
        {draft.vanished === 'take-out' && (
          <Text color="color.text.subtle">
            They leave the organizations that the export put them into, or all of their organizations if no column names
            organizations. The customers stay.
          </Text>
        )}
        {draft.vanished === 'set' && (
          <MarkFields draft={draft} onChange={onChange} error={fields.shown('marked')} details={details} />
        )}
      </Section>
      <Section title="Rows that fail">
        <Checkbox
          name="retries"
          label="Send them once more after an hour"
          isChecked={draft.retries}
          onChange={() => onChange({ retries: !draft.retries })}
        />
        <Text color="color.text.subtle">
          Only if no more than 10,000 have failed. Rows that aren’t applied are sent with the next delivery either way.
        </Text>
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
