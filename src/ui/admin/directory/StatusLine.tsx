import { Inline, LoadingButton, Button, ProgressBar, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import type { DirectoryStatus, ListedEntity } from '../../../contract/directory';
import { call } from '../../shared/call';
import { Failure } from '../../shared/Failure';
import { countOf, formatExact, formatRelative } from '../../shared/format';
import { Announcement } from '../../shared/Skeleton';
import { useAction } from '../../shared/use-action';
import { gapWords, scanWords } from './words';

interface Props {
  status: DirectoryStatus;
  onStatus: (status: DirectoryStatus) => void;
}

/** Starts a reading, or carries one on. */
export function useReading(onStatus: Props['onStatus']) {
  return useAction(async () => onStatus(await call('directory.read', {})));
}

/** How many there are, from when that is, what is missing in it, and the way to have it read anew. */
export function StatusLine({ entity, status, onStatus, now }: Props & { entity: ListedEntity; now: number }) {
  const read = useReading(onStatus);
  const { kept, scan } = status;
  if (kept === null) return null;
  return (
    <Stack space="space.150">
      <Inline space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
        <Text color="color.text.subtle">
          {`${totalWords(entity, kept)} ${formatExact(kept.asOf)} (${formatRelative(kept.asOf, now)})`}
        </Text>
        {scan === null && (
          <LoadingButton appearance="subtle" spacing="compact" isLoading={read.isRunning} onClick={read.run}>
            Refresh
          </LoadingButton>
        )}
      </Inline>
      {kept.isOutdated && scan === null && (
        <Text color="color.text.subtle">
          {`An import has ended since. What it changed shows here ${kept.catchesUp ? 'within some minutes' : 'after the next refresh'}.`}
        </Text>
      )}
      {kept.gaps.map((gap) => (
        <Text key={`${gap.of} ${gap.reason}`} color="color.text.subtle">
          {gapWords(gap)}
        </Text>
      ))}
      <ScanProgress status={status} onStatus={onStatus} />
      {read.error && <Failure error={read.error} />}
    </Stack>
  );
}

/** Nobody counts entitlements but their list, which says so below. */
function totalWords(entity: ListedEntity, { customers, organizations }: NonNullable<DirectoryStatus['kept']>): string {
  switch (entity) {
    case 'customer':
      return `${countOf(customers, 'customer')} · as of`;
    case 'organization':
      return `${countOf(organizations, 'organization')} · as of`;
    case 'entitlement':
      return 'As of';
  }
}

/** How far a reading is; why it has stopped, and the way to carry it on. */
export function ScanProgress({ status: { scan }, onStatus }: Props) {
  const read = useReading(onStatus);
  const stop = useAction(async () => onStatus(await call('directory.stop', {})));
  if (scan === null) return null;
  const words = scanWords(scan);
  const failure = read.error ?? stop.error;
  if (scan.state === 'parked')
    return (
      <SectionMessage appearance="warning" title="Reading your site has stopped">
        <Stack space="space.100">
          <Text>{`“${scan.message ?? ''}”`}</Text>
          <Text>
            In the background, your site is read as the person who asked for it. If you continue, it’s read as you.
          </Text>
          <Inline space="space.100">
            <LoadingButton isLoading={read.isRunning} onClick={read.run}>
              Continue
            </LoadingButton>
            <Button appearance="subtle" onClick={stop.run}>
              Stop reading
            </Button>
          </Inline>
          {failure && <Failure error={failure} />}
        </Stack>
      </SectionMessage>
    );
  return (
    <Stack space="space.100">
      <Announcement text={words} />
      <Inline spread="space-between" alignBlock="center" space="space.100" shouldWrap>
        <Text>{words}</Text>
        <Button appearance="subtle" spacing="compact" onClick={stop.run}>
          Stop
        </Button>
      </Inline>
      <ProgressBar
        ariaLabel={words}
        {...(scan.of === 0 ? { isIndeterminate: true } : { value: scan.done / scan.of })}
      />
      {scan.message !== null && <Text color="color.text.subtle">{scan.message}</Text>}
      <Text color="color.text.subtle">It goes on in the background. You can leave this page.</Text>
      {failure && <Failure error={failure} />}
    </Stack>
  );
}
