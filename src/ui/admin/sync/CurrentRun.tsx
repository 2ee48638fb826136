import { Inline, SectionMessage, Spinner, Stack, Text } from '@forge/react';
import React from 'react';
import type { EndedRun, JobRole, SyncView } from '../../../contract/syncs';
import { call } from '../../shared/call';
import { formatCount } from '../../shared/format';
import { Section } from '../../shared/Section';
import { TextLink } from '../../shared/TextLink';
import { ApproveOrRefuse } from './ApproveOrRefuse';
import { TouchedRecords } from './TouchedRecords';
import { countWords, touchedBy } from './words';

type Run = NonNullable<SyncView['run']>;

interface Props {
  sync: SyncView;
  run: Run;
  onChanged: (found: { sync: SyncView }) => void;
}

/** The run that is on its way, or waits for a person. */
export function CurrentRun({ sync, run, onChanged }: Props) {
  if (run.phase === 'approval') return <Approval sync={sync} run={run} onChanged={onChanged} />;
  const isParked = sync.parked !== null;
  return (
    <Section title={`Run ${run.no}`}>
      <Inline space="space.100" alignBlock="center">
        {!isParked && <Spinner size="small" label="" />}
        <Text>{isParked ? PARKED_RUN : phaseWords(sync, run)}</Text>
      </Inline>
      <JobLinks jobs={run.jobs} roles={run.roles} />
    </Section>
  );
}

const PARKED_RUN = 'It stopped on its way, and goes on from there once someone takes the sync over.';

function phaseWords({ look }: SyncView, { phase, counts }: Run): string {
  if (phase === 'comparing') return 'Comparing the delivery with what was applied before.';
  if (phase === 'running') return `Applying: ${counts === null ? '' : countWords(counts)}.`;
  const compared = formatCount(look?.compared ?? 0);
  return `Comparing the delivery with your site: ${compared} records so far. Imports that are running come first.`;
}

const linkWords: Record<JobRole, string> = {
  organizations: 'Open the import of organizations',
  own: 'Open the import',
  entitlements: 'Open the import of entitlements',
  vanished: 'Open the import of those that vanished',
};

/** The imports that a run is made of. */
export function JobLinks({ jobs, roles = ['own', 'vanished'] }: Pick<EndedRun, 'jobs' | 'roles'>) {
  return (
    <Stack space="space.050">
      {jobs.map((jobId, at) => (
        <TextLink key={jobId} to={['imports', jobId]}>
          {linkWords[roles[at] ?? 'own']}
        </TextLink>
      ))}
    </Stack>
  );
}

function Approval({ sync, run, onChanged }: Props) {
  const decision = { syncId: sync.id, no: run.no };
  return (
    <Stack space="space.200">
      <SectionMessage appearance="warning" title={`Run ${run.no} waits for approval`}>
        <Text>
          {`It would change more than this sync may by itself: ${run.counts === null ? '' : countWords(run.counts)}. Nothing has been sent yet.`}
        </Text>
      </SectionMessage>
      <ApproveOrRefuse
        onApprove={async () => onChanged(await call('syncs.approve', decision))}
        onRefuse={async () => onChanged(await call('syncs.refuse', decision))}
        refused="Nothing was applied."
      />
      <TouchedRecords syncId={sync.id} run={run.no} total={run.counts === null ? 0 : touchedBy(run.counts)} />
    </Stack>
  );
}
