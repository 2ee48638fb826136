import { EmptyState, LoadingButton, Stack, Text } from '@forge/react';
import React from 'react';
import type { DirectoryStatus, ListedEntity } from '../../../contract/directory';
import { Failure } from '../../shared/Failure';
import { ScanProgress, useReading } from './StatusLine';

interface Props {
  entity: ListedEntity;
  status: DirectoryStatus;
  onStatus: (status: DirectoryStatus) => void;
}

const headers: Readonly<Record<ListedEntity, string>> = {
  customer: 'See all your customers',
  organization: 'Filter and change many organizations',
  entitlement: 'See all entitlements and what ends soon',
};

const manyUses = 'list, filter, sort, export and change many at a time';
const uses: Readonly<Record<ListedEntity, string>> = {
  customer: manyUses,
  organization: manyUses,
  entitlement: 'list, filter, sort and export them',
};

/** Before the site was read for the first time: what that is for, and the button that does it. */
export function NoDirectory({ entity, status, onStatus }: Props) {
  const read = useReading(onStatus);
  if (status.scan !== null) return <ScanProgress status={status} onStatus={onStatus} />;
  if (status.keeps === 'nothing')
    return <Text color="color.text.subtle">The directory is switched off. Settings say what it keeps.</Text>;
  return (
    <Stack space="space.150">
      <EmptyState
        header={headers[entity]}
        headingLevel={2}
        description={`Read your site once to ${uses[entity]}. The app keeps what it reads, and renews it every day. Settings say what it keeps.`}
        primaryAction={
          <LoadingButton appearance="primary" isLoading={read.isRunning} onClick={read.run}>
            Read the site
          </LoadingButton>
        }
      />
      {read.error && <Failure error={read.error} />}
    </Stack>
  );
}
