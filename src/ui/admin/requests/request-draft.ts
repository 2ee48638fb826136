import * as v from 'valibot';
import { MAX_METADATA_ENTRIES, type NewRequest, newRequestSchema } from '../../../contract/requests';
import { helpCenterIdOf, helpCenterProblem } from '../../../domain/requests/help-center';
import { type MetadataDraft, metadataProblems, metadataValue } from '../../../domain/requests/metadata';

/** An entry of the metadata as it is written; `id` tells it from the others while the list changes. */
export interface EntryDraft extends MetadataDraft {
  id: number;
}

/** A request as it is being written. */
export interface RequestDraft {
  helpCenterId: string;
  origin: string;
  summary: string;
  description: string;
  reporterEmail: string;
  metadata: readonly EntryDraft[];
}

export const newDraft: RequestDraft = {
  helpCenterId: '',
  origin: 'CSM Console',
  summary: '',
  description: '',
  reporterEmail: '',
  metadata: [],
};

/** Whether anything was written that is of this request alone. */
export const isWritten = ({ summary, description, reporterEmail, metadata }: RequestDraft): boolean =>
  metadata.length > 0 || `${summary}${description}${reporterEmail}`.trim() !== '';

/** The fields of the form in their order, those of the metadata by the id of their entry. */
export const fieldsOf = ({ metadata }: RequestDraft): string[] => [
  ...['helpCenterId', 'summary', 'description', 'reporterEmail', 'origin'],
  ...metadata.flatMap(({ id }) => [`key-${id}`, `value-${id}`]),
];

/** What is wrong with a request, by field. */
export function errorsOf(draft: RequestDraft): Record<string, string> {
  const { origin, summary, reporterEmail } = draft;
  const helpCenterId = helpCenterProblem(draft.helpCenterId);
  const email = newRequestSchema.entries.reporterEmail;
  return {
    ...(helpCenterId !== null && { helpCenterId }),
    ...(origin.trim() === '' && { origin: 'Enter where the request comes from.' }),
    ...(summary.trim() === '' && { summary: 'Enter a short summary.' }),
    ...(reporterEmail.trim() !== '' &&
      !v.is(email, reporterEmail) && { reporterEmail: 'Enter a valid email address.' }),
    ...metadataErrors(draft.metadata),
  };
}

function metadataErrors(entries: readonly EntryDraft[]): Record<string, string> {
  const problems = metadataProblems(entries);
  const errors = entries.flatMap(({ id }, at): [string, string][] => {
    const { key, value } = problems[at] ?? {};
    return [
      ...(key === undefined ? [] : [[`key-${id}`, key] as [string, string]]),
      ...(value === undefined ? [] : [[`value-${id}`, value] as [string, string]]),
    ];
  });
  return Object.fromEntries(errors);
}

/** The request that a draft without errors stands for; what was left empty is left out. */
export function requestOf({ helpCenterId, description, reporterEmail, metadata, ...texts }: RequestDraft): NewRequest {
  return {
    ...texts,
    helpCenterId: helpCenterIdOf(helpCenterId) ?? '',
    ...(description.trim() !== '' && { description }),
    ...(reporterEmail.trim() !== '' && { reporterEmail }),
    metadata: metadata.map((entry) => ({ key: entry.key.trim(), value: metadataValue(entry) })),
  };
}

/** The metadata with an empty entry at its end; as it is when it is full. */
export function withEntry(entries: readonly EntryDraft[]): readonly EntryDraft[] {
  if (entries.length >= MAX_METADATA_ENTRIES) return entries;
  const id = Math.max(0, ...entries.map((entry) => entry.id)) + 1;
  return [...entries, { id, key: '', type: 'text', value: '' }];
}
