import { Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { Attention, JobView } from '../../../../contract/jobs';
import { call } from '../../../shared/call';
import { Failure } from '../../../shared/Failure';
import { flagSuccess } from '../../../shared/flag';
import { useAction } from '../../../shared/use-action';

interface Props {
  job: JobView;
  attention: Attention;
  onContinued: (job: JobView) => void;
}

/** Why the job stopped, and the way to carry it on with the rights of who looks at it. */
export function AttentionMessage({ job, attention, onContinued }: Props) {
  const [isInVain, setInVain] = useState(false);
  const action = useAction(async () => {
    const after = await call('jobs.continue', { jobId: job.id });
    setInVain(after.state === 'needs-attention');
    onContinued(after);
    if (after.state === 'queued') flagSuccess('The import will continue as you when its turn comes');
    else if (after.state !== 'needs-attention') flagSuccess('The import continues as you');
  });
  const canGoOn = attention.code !== 'damaged';
  return (
    <Stack space="space.150">
      <SectionMessage appearance="warning" title="The import has stopped and needs your attention">
        <Stack space="space.100">
          <Text>{`“${attention.message}”`}</Text>
          <Text>{attention.advice}</Text>
          {canGoOn && <Text>No rows were lost. The import will continue where it stopped.</Text>}
          {isInVain && <Text weight="medium">It continued as you, but stopped again.</Text>}
        </Stack>
      </SectionMessage>
      {canGoOn && (
        <Inline>
          <LoadingButton appearance="primary" isLoading={action.isRunning} onClick={action.run}>
            Continue as me
          </LoadingButton>
        </Inline>
      )}
      {action.error && <Failure error={action.error} />}
    </Stack>
  );
}
