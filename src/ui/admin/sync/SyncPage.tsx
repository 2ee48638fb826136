import {
  Button,
  Inline,
  Lozenge,
  ModalTransition,
  SectionMessage,
  SectionMessageAction,
  Stack,
  Text,
} from '@forge/react';
import React, { useCallback, useState } from 'react';
import type { SyncView } from '../../../contract/syncs';
import { findKind } from '../../../domain/kinds';
import { call } from '../../shared/call';
import { DangerModal } from '../../shared/DangerModal';
import { Failure } from '../../shared/Failure';
import { flagSuccess } from '../../shared/flag';
import { countOf } from '../../shared/format';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { TextLink } from '../../shared/TextLink';
import { useAction } from '../../shared/use-action';
import { type Resource, useResource } from '../../shared/use-resource';
import { CurrentRun } from './CurrentRun';
import { Deliver } from './Deliver';
import { SiteEdits } from './SiteEdits';
import { RunTable } from './RunTable';
import { nextWords, scheduleWords, stateOf } from './words';
import { helpWords } from './owner-words';

type Found = { sync: SyncView };

const delay = ({ sync: { run, waiting, arriving } }: Found): number =>
  (run !== null && run.phase !== 'approval') || waiting !== null || arriving !== null ? 4_000 : 15_000;

/** A sync: how it stands, what waits for a person, what its runs have done, and how to deliver to it. */
export function SyncPage({ syncId }: { syncId: string }) {
  const load = useCallback(() => call('syncs.get', { syncId }), [syncId]);
  const found = useResource(load, delay);
  const sync = found.data?.sync;
  return (
    <Stack space="space.300">
      <Inline>
        <TextLink to={['sync']}>← Sync</TextLink>
      </Inline>
      <Page
        title={sync?.name ?? 'Sync'}
        purpose={sync === undefined ? 'What it delivers, and what becomes of it.' : purposeOf(sync)}
        actions={sync && <SyncActions sync={sync} resource={found} />}
      >
        <Loaded resource={found} lines={8} label="Loading the sync">
          {({ sync: loaded }) => <SyncContent sync={loaded} resource={found} />}
        </Loaded>
      </Page>
    </Stack>
  );
}

function purposeOf({ kind, records, schedule, timeZone, owner }: SyncView): string {
  const words = findKind(kind)?.words;
  const known = countOf(records, words?.one ?? 'record', words?.many ?? 'records');
  return `${words?.title ?? kind} · ${known} known · ${scheduleWords(schedule, timeZone)} · acts as ${owner.name}`;
}

function SyncContent({ sync, resource }: { sync: SyncView; resource: Resource<Found> }) {
  const take = useAction(async () => {
    resource.replace(await call('syncs.takeOver', { syncId: sync.id }));
    flagSuccess('You have taken the sync over', 'It acts as you from now on.');
  });
  return (
    <Stack space="space.400">
      {sync.parked && (
        <SectionMessage
          appearance="error"
          title="The sync has stopped"
          actions={[
            <SectionMessageAction key="take" onClick={take.run}>
              Take it over
            </SectionMessageAction>,
          ]}
        >
          <Text>{sync.parked.reason}</Text>
          <Text>{helpWords(sync.owner, 'sync')}</Text>
        </SectionMessage>
      )}
      {take.error && <Failure error={take.error} />}
      {sync.told !== null && (
        <Text color="color.text.subtle">
          {sync.told.issue === '' ? sync.told.problem : `Issue ${sync.told.issue} tells what waits for a person.`}
        </Text>
      )}
      {sync.wrongTokens > 0 && (
        <SectionMessage appearance="warning" title={`${countOf(sync.wrongTokens, 'delivery', 'deliveries')} refused`}>
          <Text>They had a wrong token. Check the token where the export is sent, or make a new one.</Text>
        </SectionMessage>
      )}
      {sync.run ? (
        <CurrentRun sync={sync} run={sync.run} onChanged={resource.replace} />
      ) : (
        <Text color="color.text.subtle">{nextWords(sync)}</Text>
      )}
      <RunTable sync={sync} />
      {sync.canLook && <SiteEdits sync={sync} onChanged={resource.replace} />}
      <Deliver sync={sync} onDelivered={resource.replace} />
    </Stack>
  );
}

/** What can be done with a sync as a whole. */
function SyncActions({ sync, resource }: { sync: SyncView; resource: Resource<Found> }) {
  const { go } = useNavigation();
  const [open, setOpen] = useState<'delete' | 'forget' | null>(null);
  const toggle = useAction(async () => {
    const { id: syncId } = sync;
    resource.replace(await (sync.isPaused ? call('syncs.resume', { syncId }) : call('syncs.pause', { syncId })));
    flagSuccess(
      sync.isPaused ? 'Sync resumed' : 'Sync paused',
      sync.isPaused ? undefined : 'Deliveries are still taken.',
    );
  });
  const state = stateOf(sync);
  return (
    <Stack space="space.100">
      <Inline space="space.100" rowSpace="space.100" alignBlock="center" shouldWrap>
        <Lozenge appearance={state.appearance}>{state.words}</Lozenge>

        <Button onClick={() => go(['sync', sync.id, 'settings'])}>Settings</Button>
        <Button isDisabled={toggle.isRunning} onClick={toggle.run}>
          {sync.isPaused ? 'Resume' : 'Pause'}
        </Button>
        <Button appearance="subtle" isDisabled={sync.run !== null} onClick={() => setOpen('forget')}>
          Send all again
        </Button>
        <Button appearance="subtle" onClick={() => setOpen('delete')}>
          Delete
        </Button>
      </Inline>
      {toggle.error && <Failure error={toggle.error} />}
      <ModalTransition>
        {open === 'delete' && (
          <DangerModal
            title={`Delete ${sync.name}?`}
            verb="Delete sync"
            onConfirm={async () => {
              await call('syncs.delete', { syncId: sync.id });
              flagSuccess('Sync deleted', sync.name);
              go(['sync']);
            }}
            onClose={() => setOpen(null)}
          >
            <Text>
              Its address stops working, and what it knows of the records is deleted. Your site stays as it is.
            </Text>
          </DangerModal>
        )}
        {open === 'forget' && (
          <DangerModal
            title="Send all again?"
            verb="Forget what was applied"
            keep="Cancel"
            onConfirm={async () => resource.replace(await call('syncs.forget', { syncId: sync.id }))}
            onClose={() => setOpen(null)}
          >
            <Text>
              The sync forgets what it has applied. The next delivery is sent whole, which puts back what somebody has
              changed on your site by hand.
            </Text>
          </DangerModal>
        )}
      </ModalTransition>
    </Stack>
  );
}
