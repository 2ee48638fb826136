import { Box, ButtonGroup, Inline, LoadingButton, SectionMessage, Spinner, Stack, Text } from '@forge/react';
import React from 'react';
import type { SyncView } from '../../../contract/syncs';
import { call } from '../../shared/call';
import { Failure } from '../../shared/Failure';
import { flagSuccess } from '../../shared/flag';
import { Section } from '../../shared/Section';
import { TextLink } from '../../shared/TextLink';
import { useAction } from '../../shared/use-action';
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
  return (
    <Section title={`Run ${run.no}`}>
      <Inline space="space.100" alignBlock="center">
        <Spinner size="small" label="" />
        <Text>
          {run.phase === 'comparing'
            ? 'Comparing the delivery with what was applied before.'
            : `Applying: ${run.counts === null ? '' : countWords(run.counts)}.`}
        </Text>
      </Inline>
      <JobLinks jobs={run.jobs} />
    </Section>
  );
}

/** The imports that a run is made of. */
export function JobLinks({ jobs }: { jobs: readonly string[] }) {
  return (
    <Inline space="space.150">
      {jobs.map((jobId, at) => (
        <TextLink key={jobId} to={['imports', jobId]}>
          {at === 0 ? 'Open the import' : 'Open the import of those that vanished'}
        </TextLink>
      ))}
    </Inline>
  );
}

function Approval({ sync, run, onChanged }: Props) {
  const decision = { syncId: sync.id, no: run.no };
  const approve = useAction(async () => {
    onChanged(await call('syncs.approve', decision));
    flagSuccess('Changes approved');
  });
  const refuse = useAction(async () => {
    onChanged(await call('syncs.refuse', decision));
    flagSuccess('Changes refused', 'Nothing was applied.');
  });
  const error = approve.error ?? refuse.error;
  return (
    <Stack space="space.200">
      <SectionMessage appearance="warning" title={`Run ${run.no} waits for approval`}>
        <Text>
          {`It would change more than this sync may by itself: ${run.counts === null ? '' : countWords(run.counts)}. Nothing has been sent yet.`}
        </Text>
      </SectionMessage>
      {error && <Failure error={error} />}
      <Box>
        <ButtonGroup label="Approve or refuse">
          <LoadingButton appearance="primary" isLoading={approve.isRunning} onClick={approve.run}>
            Approve changes
          </LoadingButton>
          <LoadingButton isLoading={refuse.isRunning} onClick={refuse.run}>
            Refuse
          </LoadingButton>
        </ButtonGroup>
      </Box>
      <TouchedRecords syncId={sync.id} run={run.no} total={run.counts === null ? 0 : touchedBy(run.counts)} />
    </Stack>
  );
}
