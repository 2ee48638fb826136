import { Box, Button, ButtonGroup, EmptyState, Lozenge, Stack } from '@forge/react';
import React from 'react';
import type { SyncView } from '../../../contract/syncs';
import { findKind } from '../../../domain/kinds';
import { call } from '../../shared/call';
import { linkCell, numberCell, numberHead, textCell } from '../../shared/cells';
import { formatCount, formatRelative } from '../../shared/format';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { Table } from '../../shared/Table';
import { useNow } from '../../shared/use-now';
import { useResource } from '../../shared/use-resource';
import { countWords, nextWords, outcomeOf, stateOf } from './words';

const load = () => call('syncs.list', {});
const isMoving = ({ run, waiting, arriving }: SyncView): boolean =>
  (run !== null && run.phase !== 'approval') || waiting !== null || arriving !== null;
const delay = ({ syncs }: { syncs: readonly SyncView[] }): number => (syncs.some(isMoving) ? 5_000 : 60_000);

const head = {
  cells: [
    { key: 'name', content: 'Name', width: 24 },
    { key: 'records', content: numberHead('Records'), width: 10 },
    { key: 'last', content: 'Last run', width: 30 },
    { key: 'next', content: 'Next', width: 22 },
    { key: 'state', content: 'State', width: 14 },
  ],
};

/** The syncs of the site. */
export function SyncListPage() {
  const { go } = useNavigation();
  const now = useNow();
  const found = useResource(load, delay);
  const isEmpty = found.data?.syncs.length === 0;
  return (
    <Page
      title="Sync"
      purpose="Exports of other systems, kept in step."
      actions={
        <ButtonGroup label="Rules and syncs">
          <Button onClick={() => go(['sync', 'rules'])}>Entitlement rules</Button>
          {!isEmpty && (
            <Button appearance="primary" onClick={() => go(['sync', 'new'])}>
              Set up a sync
            </Button>
          )}
        </ButtonGroup>
      }
    >
      <Loaded resource={found} lines={4} label="Loading syncs">
        {({ syncs }) =>
          syncs.length === 0 ? (
            <NoSyncs />
          ) : (
            <Table minWidth={760} label="Syncs" head={head} rows={syncs.map((sync) => rowOf(sync, now))} />
          )
        }
      </Loaded>
    </Page>
  );
}

function rowOf(sync: SyncView, now: number) {
  const state = stateOf(sync);
  return {
    key: sync.id,
    cells: [
      { key: 'name', content: linkCell(sync.name, ['sync', sync.id]) },
      { key: 'records', content: numberCell(formatCount(sync.records)) },
      { key: 'last', content: textCell(lastWords(sync, now)) },
      { key: 'next', content: textCell(sync.isPaused ? '' : nextWords(sync)) },
      {
        key: 'state',
        content: (
          <Box>
            <Lozenge appearance={state.appearance}>{state.words}</Lozenge>
          </Box>
        ),
      },
    ],
  };
}

function lastWords({ runs, kind }: SyncView, now: number): string {
  const [last] = runs;
  if (last === undefined) return '';
  const { counts } = last;
  const changes = counts === null ? [] : [countWords(counts) || `No ${findKind(kind)?.words.many ?? 'rows'}`];
  return [formatRelative(last.endedAt, now), outcomeOf(last).words, ...changes].join(' · ');
}

function NoSyncs() {
  const { go } = useNavigation();
  return (
    <Stack>
      <EmptyState
        header="Keep your site in step with another system"
        headingLevel={2}
        description="Your CRM delivers its export every night, and only what changed is applied. Nothing is ever deleted."
        primaryAction={
          <Button appearance="primary" onClick={() => go(['sync', 'new'])}>
            Set up a sync
          </Button>
        }
      />
    </Stack>
  );
}
