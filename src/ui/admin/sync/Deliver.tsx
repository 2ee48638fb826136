import { Box, Button, ButtonGroup, LoadingButton, ModalTransition, Stack, Text } from '@forge/react';
import React, { useCallback, useEffect, useState } from 'react';
import type { ResponseOf } from '../../../contract/resolvers';
import type { SyncView } from '../../../contract/syncs';
import { call } from '../../shared/call';
import { CopyField } from '../../shared/CopyField';
import { DangerModal } from '../../shared/DangerModal';
import { flagSuccess } from '../../shared/flag';
import { Loaded } from '../../shared/Loaded';
import { Section } from '../../shared/Section';
import { useHandler } from '../../shared/use-handler';
import { useResource } from '../../shared/use-resource';
import { FileFrameBox } from '../imports/frame/FileFrameBox';
import { FrameFailure } from '../imports/frame/FrameFailure';
import { useFileFrame } from '../imports/frame/use-file-frame';
import { AccessMessage, DeliveryLines } from './AccessMessage';

interface Props {
  sync: SyncView;
  onDelivered: (found: { sync: SyncView }) => void;
}

/** The ways to deliver to a sync: a file that is dropped here, and lines for scripts. */
export function Deliver({ sync, onDelivered }: Props) {
  const [access, setAccess] = useState<ResponseOf<'syncs.renewToken'> | null>(null);
  const [isRenewing, setRenewing] = useState(false);
  const load = useCallback(() => call('syncs.url', { syncId: sync.id }), [sync.id]);
  const found = useResource(load);
  return (
    <Stack space="space.400">
      <Section title="Deliver a file by hand">
        <DropFile sync={sync} onDelivered={onDelivered} />
      </Section>
      <Section
        title="Deliver by a script"
        actions={<Button onClick={() => setRenewing(true)}>Make a new token</Button>}
      >
        {access !== null ? (
          <AccessMessage access={access} isNew={false} />
        ) : (
          <Loaded resource={found} lines={3} label="Loading the address">
            {({ url }) => (
              <Stack space="space.200">
                <CopyField label="Address" text={url} />
                <DeliveryLines url={url} />
              </Stack>
            )}
          </Loaded>
        )}
      </Section>
      <ModalTransition>
        {isRenewing && (
          <DangerModal
            title="Make a new token?"
            verb="Make token"
            keep="Cancel"
            onConfirm={async () => setAccess(await call('syncs.renewToken', { syncId: sync.id }))}
            onClose={() => setRenewing(false)}
          >
            <Text>The present token is accepted for another 24 hours, one before it no longer.</Text>
          </DangerModal>
        )}
      </ModalTransition>
    </Stack>
  );
}

function DropFile({ sync, onDelivered }: Props) {
  const frame = useFileFrame();
  const { file, activity, deliveries, failure } = frame.state;
  const refresh = useHandler(() => {
    flagSuccess('File delivered', 'It’s compared with what was applied before.');
    frame.send({ type: 'reset' });
    void call('syncs.get', { syncId: sync.id }).then(onDelivered);
  });
  useEffect(() => {
    if (deliveries > 0) refresh();
  }, [deliveries, refresh]);
  const deliver = (isTest: boolean) => frame.send({ type: 'deliver', syncId: sync.id, isTest });
  const isBusy = activity !== null;
  return (
    <Stack space="space.150">
      <FileFrameBox isShown />
      {failure && <FrameFailure failure={failure} />}
      {file && (
        <Box>
          <ButtonGroup label="Deliver the file">
            <LoadingButton appearance="primary" isLoading={isBusy} onClick={() => deliver(false)}>
              Deliver
            </LoadingButton>
            <Button isDisabled={isBusy} onClick={() => deliver(true)}>
              Test what it would do
            </Button>
            <Button appearance="subtle" isDisabled={isBusy} onClick={() => frame.send({ type: 'reset' })}>
              Choose another file
            </Button>
          </ButtonGroup>
        </Box>
      )}
    </Stack>
  );
}
