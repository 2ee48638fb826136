import { Inline, Stack, Text } from '@forge/react';
import React, { useCallback } from 'react';
import { isolated } from '../../../domain/isolated';
import { call } from '../../shared/call';
import { formatRelative } from '../../shared/format';
import { Loaded } from '../../shared/Loaded';
import { Page } from '../../shared/Page';
import { TextLink } from '../../shared/TextLink';
import { useNow } from '../../shared/use-now';
import { useResource } from '../../shared/use-resource';
import { DirectorySettings } from './DirectorySettings';
import { SettingsForm } from './SettingsForm';

/** What administrators decide for the whole site. */
export function SettingsPage() {
  const load = useCallback(() => call('settings.get', {}), []);
  const stored = useResource(load);
  const now = useNow();
  return (
    <Page
      title="Settings"
      purpose="How jobs run on this site, and the defaults for new imports. These settings apply to everyone."
    >
      <Inline>
        <TextLink to={['settings', 'profile']}>What agents see about the customer on an issue →</TextLink>
      </Inline>
      <Loaded resource={stored} lines={8} label="Loading the settings">
        {(data) => (
          <Stack space="space.300">
            <SettingsForm stored={data} onStored={stored.replace} />
            <Text color="color.text.subtle" size="small">
              {data.changed === null
                ? 'Nobody has changed the settings yet.'
                : `Last changed by ${isolated(data.changed.by)}, ${formatRelative(data.changed.at, now)}.`}
            </Text>
          </Stack>
        )}
      </Loaded>
      <DirectorySettings />
    </Page>
  );
}
