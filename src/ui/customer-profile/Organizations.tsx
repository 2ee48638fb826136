import { Stack, Text } from '@forge/react';
import React from 'react';
import type { OrganizationName } from '../../contract/customers';
import { MAX_ORGANIZATIONS, type ProfileOrganization } from '../../contract/profile/views';
import type { Result } from '../../contract/result';
import { PartFailure } from '../shared/PartFailure';
import { Fold } from './Fold';
import { Part } from './Part';
import { ReadOnlyDetails } from './ReadOnlyDetails';

interface Props {
  organizations: readonly OrganizationName[];
  /** Null until it is loaded. */
  profiles: Result<ProfileOrganization[]> | null;
  onRetry: () => void;
  isRetrying: boolean;
}

/** The organizations of the customer: their names are there at first, what they hold follows. */
export function Organizations({ organizations, profiles, ...retry }: Props) {
  if (organizations.length === 0) return null;
  const loaded = profiles?.ok === true ? new Map(profiles.data.map((each) => [each.id, each])) : null;
  return (
    <Part title={organizations.length === 1 ? 'Organization' : 'Organizations'}>
      {profiles?.ok === false && (
        <PartFailure title="What the organizations hold could not be loaded" error={profiles.error} {...retry} />
      )}
      <Stack space="space.075">
        {organizations.map(({ id, name }) => {
          const profile = loaded?.get(id);
          return profile === undefined ? (
            <Text key={id} weight="medium">
              {name}
            </Text>
          ) : (
            <Fold key={id} title={name}>
              <ReadOnlyDetails fields={profile.fields} />
            </Fold>
          );
        })}
      </Stack>
      {organizations.length > MAX_ORGANIZATIONS && (
        <Text size="small" color="color.text.subtle">
          {`The details of the first ${MAX_ORGANIZATIONS} are shown.`}
        </Text>
      )}
    </Part>
  );
}
