import { Stack, Text } from '@forge/react';
import React from 'react';
import type { OrganizationName } from '../../contract/customers';
import { MAX_ORGANIZATIONS, type ProfileOrganization } from '../../contract/profile/views';
import type { Result } from '../../contract/result';
import { isolated } from '../../domain/isolated';
import { PartFailure } from '../shared/PartFailure';
import { Fold } from './Fold';
import { Part } from './Part';
import { ReadOnlyDetails } from './ReadOnlyDetails';
import { Waiting } from './Waiting';

interface Props {
  organizations: readonly OrganizationName[];
  /** Null until it is loaded. */
  profiles: Result<ProfileOrganization[]> | null;
  /** Whether it could not be loaded, with all that follows the first content: said once, for all of it. */
  isLost: boolean;
  onRetry: () => void;
  isRetrying: boolean;
}

/** The organizations of the customer: their names are there at first, what they hold follows in its place under each. */
export function Organizations({ organizations, profiles, isLost, ...retry }: Props) {
  if (organizations.length === 0) return null;
  return (
    <Part title={organizations.length === 1 ? 'Organization' : 'Organizations'}>
      <Stack space="space.075">
        {organizations.map((organization, index) => (
          <Fold key={organization.id} title={organization.name}>
            {index >= MAX_ORGANIZATIONS ? (
              <Text color="color.text.subtle">{`Details are loaded for the first ${MAX_ORGANIZATIONS} organizations only.`}</Text>
            ) : (
              <Held organization={organization} profiles={profiles} isLost={isLost} />
            )}
          </Fold>
        ))}
      </Stack>
      {/* Under the names, which keep their place. */}
      {profiles?.ok === false && (
        <PartFailure title="What the organizations hold could not be loaded" error={profiles.error} {...retry} />
      )}
    </Part>
  );
}

interface HeldProps extends Pick<Props, 'profiles' | 'isLost'> {
  organization: OrganizationName;
}

/** What one organization holds, or why that is not here. */
function Held({ organization: { id, name }, profiles, isLost }: HeldProps) {
  if (profiles === null && !isLost) return <Waiting lines={1} label={`Loading the details of ${isolated(name)}`} />;
  if (profiles?.ok !== true) return <Text color="color.text.subtle">Could not be loaded.</Text>;
  const profile = profiles.data.find((each) => each.id === id);
  // The site leaves out of its answer what is closed to the person.
  if (profile === undefined) return <Text color="color.text.subtle">Not shown to you.</Text>;
  return <ReadOnlyDetails fields={profile.fields} />;
}
