import { Inline, Stack, Text } from '@forge/react';
import React from 'react';
import type { StoredProfileSettings } from '../../../../contract/profile/settings';
import { isolated } from '../../../../domain/isolated';
import { call } from '../../../shared/call';
import { formatRelative } from '../../../shared/format';
import { Loaded } from '../../../shared/Loaded';
import { Page } from '../../../shared/Page';
import { TextLink } from '../../../shared/TextLink';
import { useNow } from '../../../shared/use-now';
import { useResource } from '../../../shared/use-resource';
import type { SiteFields } from './profile-draft';
import { ProfileSettingsForm } from './ProfileSettingsForm';

interface Content {
  stored: StoredProfileSettings;
  fields: SiteFields;
}

async function load(): Promise<Content> {
  const [stored, customer, organization, entitlement] = await Promise.all([
    call('profileSettings.get', {}),
    call('fields.list', { entity: 'customer' }),
    call('fields.list', { entity: 'organization' }),
    call('fields.list', { entity: 'entitlement' }),
  ]);
  const names = (fields: readonly { name: string }[]): string[] => fields.map(({ name }) => name);
  const dates = entitlement.fields.filter(({ type }) => type === 'DATE');
  return {
    stored,
    fields: {
      customer: names(customer.fields),
      organization: names(organization.fields),
      entitlement: names(entitlement.fields),
      dates: names(dates),
    },
  };
}

/** What agents see of a customer on an issue. */
export function ProfileSettingsPage() {
  const content = useResource(load);
  const now = useNow();
  const { replace } = content;
  const onStored = (fields: SiteFields) => (stored: StoredProfileSettings) => replace({ stored, fields });
  return (
    <Stack space="space.200">
      <Inline>
        <TextLink to={['settings']}>← Settings</TextLink>
      </Inline>
      <Page
        title="Customer on the issue"
        purpose="What agents see about the customer when they open an issue, and what they can edit there."
      >
        <Loaded resource={content} lines={10} label="Loading the fields">
          {({ stored, fields }) => (
            <Stack space="space.300">
              <ProfileSettingsForm stored={stored} fields={fields} onStored={onStored(fields)} />
              <Text color="color.text.subtle" size="small">
                {stored.changed === null
                  ? 'Nobody has changed this yet. All fields are shown, in your site’s order.'
                  : `Last changed by ${isolated(stored.changed.by)}, ${formatRelative(stored.changed.at, now)}.`}
              </Text>
            </Stack>
          )}
        </Loaded>
      </Page>
    </Stack>
  );
}
