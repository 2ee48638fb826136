import { Button, EmptyState, Form, Inline, LoadingButton, Select, Stack, Text } from '@forge/react';
import React, { useCallback, useState } from 'react';
import type { FieldDefinition } from '../../../contract/fields';
import type { ImportColumn } from '../../../contract/imports';
import type { ResponseOf } from '../../../contract/resolvers';
import { kindOf, findKind } from '../../../domain/kinds';
import { hasRelated } from '../../../domain/kinds/related';
import { canSync, operationOfSync } from '../../../domain/syncs/can-sync';
import { call } from '../../shared/call';
import { chosenValues } from '../../shared/choice';
import { Failure } from '../../shared/Failure';
import { Field } from '../../shared/form/Field';
import { useDraft } from '../../shared/form/use-draft';
import { useFieldErrors } from '../../shared/form/use-field-errors';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { useAction } from '../../shared/use-action';
import { useResource } from '../../shared/use-resource';
import { AccessMessage } from './AccessMessage';
import { errorsOf, newDraft, settingsOf, syncFields } from './draft';
import { SyncFields } from './SyncFields';

/** What a sync can be made of, with the name that is proposed and the detail fields of its records. */
interface Source {
  name: string;
  kind: string;
  operation: string;
  from: { what: 'job'; jobId: string } | { what: 'mapping'; name: string };
  fields: readonly FieldDefinition[];
  /** Some columns go to organizations or entitlements. */
  hasRelated: boolean;
  /** The fields that its columns write only where there is nothing. */
  ifEmpty: readonly string[];
  /** The import has joined rows about the same. */
  joinsRows: boolean;
  /** The import was undone. */
  isUndone: boolean;
}

type Access = ResponseOf<'syncs.create'>;

/** Sets up a sync: of an import that has ended, or of a saved mapping. Then shows how to deliver, once. */
export function SetUpPage({ jobId }: { jobId: string | null }) {
  const [access, setAccess] = useState<Access | null>(null);
  const load = useCallback(() => sourcesOf(jobId), [jobId]);
  const sources = useResource(load);
  return (
    <Page
      title={access === null ? 'Set up a sync' : 'The sync is ready'}
      purpose={
        access === null
          ? 'A sync takes the exports of another system and keeps your site in step with them.'
          : 'Deliver an export to it, and see on its page what becomes of it.'
      }
    >
      {access !== null ? (
        <AccessMessage access={access} isNew />
      ) : (
        <Loaded resource={sources} lines={8} label="Loading what a sync can be made of">
          {(found) => (found.length === 0 ? <NoSources /> : <SetUpForm sources={found} onCreated={setAccess} />)}
        </Loaded>
      )}
    </Page>
  );
}

async function sourcesOf(jobId: string | null): Promise<Source[]> {
  if (jobId !== null) {
    const [{ plan, name }, { rows, undoneBy }] = await Promise.all([
      call('jobs.plan', { jobId }),
      call('jobs.get', { jobId }),
    ]);
    const { kind, operation, columns } = plan;
    const joinsRows = plan.joinsRows !== undefined || (rows.joined ?? 0) > 0;
    const [fields, isUndone] = [await detailsOf(kind), undoneBy.length > 0];
    return [
      { name, kind, operation, from: { what: 'job', jobId }, fields, joinsRows, isUndone, ...ofColumns(columns) },
    ];
  }
  const { mappings } = await call('imports.mappings', {});
  const known = mappings.filter(
    ({ kind }) => findKind(kind) !== undefined && canSync({ kind, operation: operationOfSync(kind) }),
  );
  const fields = new Map<string, readonly FieldDefinition[]>();
  for (const { kind } of known) if (!fields.has(kind)) fields.set(kind, await detailsOf(kind));
  return known.map(({ name, kind, columns }) => ({
    ...{ name, kind, from: { what: 'mapping' as const, name }, ...ofColumns(columns) },
    operation: operationOfSync(kind),
    fields: fields.get(kind) ?? [],
    joinsRows: false,
    isUndone: false,
  }));
}

const ofColumns = (columns: readonly ImportColumn[]): Pick<Source, 'ifEmpty' | 'hasRelated'> => ({
  ifEmpty: columns.flatMap(({ target }) => (target.write === undefined ? [] : (target.field ?? []))),
  hasRelated: hasRelated(columns),
});

async function detailsOf(kind: string): Promise<readonly FieldDefinition[]> {
  const entity = findKind(kind)?.entity ?? null;
  return entity === null ? [] : (await call('imports.fields', { entity })).fields;
}

/** How a sync reads what an import has read, and what of it counts as applied. */
function ofImport({ name, kind, hasRelated: relates, joinsRows, isUndone }: Source): string {
  const { one, many } = kindOf(kind).words;
  return [
    `It reads ${many} as the import “${name}” did.`,
    ...(joinsRows ? [`Rows about the same ${one} are joined as they were there.`] : []),
    appliedWords(relates, isUndone),
  ].join(' ');
}

function appliedWords(relates: boolean, isUndone: boolean): string {
  if (isUndone) return 'The import was undone, so its rows don’t count as applied.';
  return relates
    ? 'Rows count as applied where all that they say has been written by now, to organizations and entitlements too.'
    : 'Rows that this import has written count as applied.';
}

function NoSources() {
  const { go } = useNavigation();
  return (
    <EmptyState
      header="Import an export once, then keep it in step"
      headingLevel={2}
      description="A sync reads an export as an import does. Import it once, or save the mapping of its columns; then set up the sync from there."
      primaryAction={
        <Button appearance="primary" onClick={() => go(['imports', 'new'])}>
          Import an export
        </Button>
      }
    />
  );
}

function SetUpForm({ sources, onCreated }: { sources: readonly Source[]; onCreated: (access: Access) => void }) {
  const { go } = useNavigation();
  const [source, setSource] = useState(sources[0]);
  const [draft, change] = useDraft(() => {
    const { name = '', ifEmpty = [] } = sources[0] ?? {};
    return newDraft(name.replace(/\.(csv|xlsx|tsv|txt)$/i, ''), ifEmpty);
  });
  const fields = useFieldErrors(errorsOf(draft), syncFields);
  const create = useAction(async () => {
    if (!fields.submit() || source === undefined) return;
    onCreated(await call('syncs.create', { settings: settingsOf(draft), from: source.from }));
  });
  return (
    <Form onSubmit={create.run}>
      <Stack space="space.400">
        {source?.from.what === 'job' ? (
          <Text>{ofImport(source)}</Text>
        ) : (
          <Field
            id="mapping"
            label="Saved mapping"
            help="Its columns, and how the file is read and cleaned. A later change of the mapping doesn’t change the sync."
            error={null}
            isRequired
          >
            <Select
              inputId="mapping"
              options={sources.map(({ name }) => ({ label: name, value: name }))}
              value={source && { label: source.name, value: source.name }}
              onChange={(option: unknown) => {
                const [name] = chosenValues(option);
                const chosen = sources.find((one) => one.name === name);
                if (chosen === undefined) return;
                setSource(chosen);
                change({ ifEmpty: chosen.ifEmpty });
              }}
            />
          </Field>
        )}
        <SyncFields
          draft={draft}
          onChange={change}
          fields={fields}
          kind={source?.kind ?? ''}
          operation={source?.operation ?? ''}
          details={source?.fields ?? []}
        />
        {create.error && <Failure error={create.error} />}
        <Inline space="space.100">
          <LoadingButton appearance="primary" type="submit" isLoading={create.isRunning}>
            Create sync
          </LoadingButton>
          <Button appearance="subtle" onClick={() => go(['sync'])}>
            Cancel
          </Button>
        </Inline>
      </Stack>
    </Form>
  );
}
