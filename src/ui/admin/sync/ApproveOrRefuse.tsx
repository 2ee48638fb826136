import { Box, ButtonGroup, LoadingButton, Stack } from '@forge/react';
import React from 'react';
import { Failure } from '../../shared/Failure';
import { flagSuccess } from '../../shared/flag';
import { useAction } from '../../shared/use-action';

interface Props {
  onApprove: () => Promise<void>;
  onRefuse: () => Promise<void>;
  /** What refusing has left as it was: "Nothing was applied." */
  refused: string;
}

/** The decision on a large change of a sync or a rule, and why it could not be taken. */
export function ApproveOrRefuse({ onApprove, onRefuse, refused }: Props) {
  const approve = useAction(async () => {
    await onApprove();
    flagSuccess('Changes approved');
  });
  const refuse = useAction(async () => {
    await onRefuse();
    flagSuccess('Changes refused', refused);
  });
  const error = approve.error ?? refuse.error;
  return (
    <Stack space="space.200">
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
    </Stack>
  );
}
