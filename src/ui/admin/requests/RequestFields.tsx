import { Stack } from '@forge/react';
import React from 'react';
import { MAX_SUMMARY_CHARS, MAX_TEXT_CHARS } from '../../../contract/requests';
import { TextField } from '../../shared/form/Field';
import type { DraftChange } from '../../shared/form/use-draft';
import type { FieldErrors } from '../../shared/form/use-field-errors';
import { Section } from '../../shared/Section';
import { MetadataEditor } from './MetadataEditor';
import type { RequestDraft } from './request-draft';

interface Props {
  draft: RequestDraft;
  onChange: (change: DraftChange<RequestDraft>) => void;
  fields: FieldErrors<string>;
}

/** Everything that a request can carry. */
export function RequestFields({ draft, onChange, fields }: Props) {
  const text = (key: Exclude<keyof RequestDraft, 'metadata'>, maxLength = 255) => ({
    id: key,
    value: draft[key],
    maxLength,
    error: fields.shown(key),
    focusTurn: fields.focusTurn(key),
    onChange: (value: string) => onChange({ [key]: value }),
    onLeave: () => fields.leave(key),
  });
  return (
    <Stack space="space.300">
      <Stack space="space.150">
        <TextField {...text('helpCenterId')} label="Help center" isRequired help={HELP_CENTER_HELP} />
        <TextField
          {...text('summary', MAX_SUMMARY_CHARS)}
          label="Summary"
          isRequired
          help="What the request is about."
        />
        <TextField {...text('description', MAX_TEXT_CHARS)} label="Description" lines={4} />
        <TextField
          {...text('reporterEmail')}
          type="email"
          label="Customer’s email"
          help="The request is sent on behalf of this customer. If you leave this empty, you’re the reporter."
        />
        <TextField
          {...text('origin')}
          label="Origin"
          isRequired
          help="Where the request comes from, in words your agents know, such as the name of a form or site."
        />
      </Stack>
      <Section title="Metadata">
        <MetadataEditor
          entries={draft.metadata}
          onChange={(write) => onChange(({ metadata }) => ({ metadata: write(metadata) }))}
          fields={fields}
        />
      </Section>
    </Stack>
  );
}

/** Nothing in the API lists help centers, so that there is nothing to choose from. */
export const HELP_CENTER_HELP =
  'Enter the help center ID or a link that contains it. You can open the help center’s settings in your site and paste the link here.';
