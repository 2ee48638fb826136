import { Button, Form, Inline, LoadingButton, Stack } from '@forge/react';
import React, { useCallback } from 'react';
import type { FieldDefinition } from '../../../contract/fields';
import type { SyncView } from '../../../contract/syncs';
import { findKind } from '../../../domain/kinds';
import { call } from '../../shared/call';
import { Failure } from '../../shared/Failure';
import { flagSuccess } from '../../shared/flag';
import { useDraft } from '../../shared/form/use-draft';
import { useFieldErrors } from '../../shared/form/use-field-errors';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { TextLink } from '../../shared/TextLink';
import { useAction } from '../../shared/use-action';
import { useResource } from '../../shared/use-resource';
import { draftOf, errorsOf, settingsOf, syncFields } from './draft';
import { SyncFields } from './SyncFields';

async function loadSync(syncId: string): Promise<{ sync: SyncView; fields: readonly FieldDefinition[] }> {
  const { sync } = await call('syncs.get', { syncId });
  const entity = findKind(sync.kind)?.entity ?? null;
  return { sync, fields: entity === null ? [] : (await call('imports.fields', { entity })).fields };
}

/** What an administrator decides of a sync. */
export function SyncSettingsPage({ syncId }: { syncId: string }) {
  const load = useCallback(() => loadSync(syncId), [syncId]);
  const found = useResource(load);
  return (
    <Stack space="space.300">
      <Inline>
        <TextLink to={['sync', syncId]}>← Sync</TextLink>
      </Inline>
      <Page
        title="Settings of the sync"
        purpose={found.data?.sync.name ?? 'When it runs, and what it may do by itself.'}
      >
        <Loaded resource={found} lines={8} label="Loading the settings">
          {({ sync, fields }) => <SettingsForm sync={sync} details={fields} />}
        </Loaded>
      </Page>
    </Stack>
  );
}

function SettingsForm({ sync, details }: { sync: SyncView; details: readonly FieldDefinition[] }) {
  const { go } = useNavigation();
  const [draft, change] = useDraft(() => draftOf(sync));
  const fields = useFieldErrors(errorsOf(draft), syncFields);
  const save = useAction(async () => {
    if (!fields.submit()) return;
    await call('syncs.save', { syncId: sync.id, settings: settingsOf(draft) });
    flagSuccess('Sync saved', draft.name);
    go(['sync', sync.id]);
  });
  return (
    <Form onSubmit={save.run}>
      <Stack space="space.400">
        <SyncFields
          draft={draft}
          onChange={change}
          fields={fields}
          kind={sync.kind}
          operation={sync.operation}
          details={details}
        />
        {save.error && <Failure error={save.error} />}
        <Inline space="space.100">
          <LoadingButton appearance="primary" type="submit" isLoading={save.isRunning}>
            Save
          </LoadingButton>
          <Button appearance="subtle" onClick={() => go(['sync', sync.id])}>
            Cancel
          </Button>
        </Inline>
      </Stack>
    </Form>
  );
}
