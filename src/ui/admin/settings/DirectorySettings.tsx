import { Button, Inline, LoadingButton, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { DirectoryStatus, Keeping } from '../../../contract/directory';
import { call } from '../../shared/call';
import { DangerModal } from '../../shared/DangerModal';
import { Failure } from '../../shared/Failure';
import { flagSuccess } from '../../shared/flag';
import { RadioField } from '../../shared/form/RadioField';
import { countOf, formatExact } from '../../shared/format';
import { Loaded } from '../../shared/Loaded';
import { Section } from '../../shared/Section';
import { useAction } from '../../shared/use-action';
import { useStatus } from '../directory/use-status';

const choices: readonly { value: Keeping; label: string }[] = [
  { value: 'everything', label: 'Everything: names, email addresses, organizations, entitlements and detail values' },
  { value: 'no values', label: 'No values: detail values, also those of entitlements and their ends, are left out' },
  { value: 'nothing', label: 'Nothing: customers and organizations are only found by search' },
];

/** What the app keeps of the site to list it, and the button that empties it. */
export function DirectorySettings() {
  const status = useStatus();
  return (
    <Section title="Directory">
      <Loaded resource={status} lines={3} label="Loading what the directory keeps">
        {(data) => <Keeps key={data.keeps} status={data} onStatus={status.replace} />}
      </Loaded>
    </Section>
  );
}

interface KeepsProps {
  status: DirectoryStatus;
  onStatus: (status: DirectoryStatus) => void;
}

function Keeps({ status, onStatus }: KeepsProps) {
  const [keeps, setKeeps] = useState(status.keeps);
  const [isEmptying, setEmptying] = useState(false);
  const { kept } = status;
  const save = useAction(async () => {
    onStatus(await call('directory.keep', { keeps }));
    flagSuccess('Settings saved', 'This applies from now on.');
  });
  return (
    <Stack space="space.200">
      <RadioField
        name="directory-keeps"
        label="What the app keeps of your customers and organizations"
        help="The app reads your site once a day to list, filter and export. Only Jira administrators can see it. If you choose less, what is kept is deleted at once, and your site has to be read again."
        options={choices}
        value={keeps}
        onChange={setKeeps}
      />
      <Text color="color.text.subtle">{keptWords(kept)}</Text>
      <Inline space="space.100" shouldWrap>
        <LoadingButton isLoading={save.isRunning} isDisabled={keeps === status.keeps} onClick={save.run}>
          Save what is kept
        </LoadingButton>
        <Button appearance="subtle" isDisabled={kept === null} onClick={() => setEmptying(true)}>
          Empty the directory
        </Button>
      </Inline>
      {save.error && <Failure error={save.error} />}
      {isEmptying && (
        <DangerModal
          title="Empty the directory?"
          verb="Empty directory"
          onConfirm={async () => {
            onStatus(await call('directory.empty', {}));
            flagSuccess('Directory emptied', 'Nothing was changed on your site.');
          }}
          onClose={() => setEmptying(false)}
        >
          <Text>
            What the app has read of your customers and organizations is deleted from the app. Nothing changes on your
            site, and you can read it again.
          </Text>
        </DangerModal>
      )}
    </Stack>
  );
}

function keptWords(kept: DirectoryStatus['kept']): string {
  if (kept === null) return 'Nothing is kept now.';
  const { customers, organizations, asOf } = kept;
  const what = `${countOf(customers, 'customer')} and ${countOf(organizations, 'organization')}`;
  return `Kept now: ${what}, as of ${formatExact(asOf)}.`;
}
