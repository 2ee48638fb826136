import { Inline, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { OrganizationName } from '../../contract/customers';
import { MAX_ORGANIZATIONS, type ProfileOrganization } from '../../contract/profile/views';
import { isolated } from '../../domain/isolated';
import { PartFailure } from '../shared/PartFailure';
import { Fold } from './Fold';
import { Part } from './Part';
import { ReadOnlyDetails } from './ReadOnlyDetails';
import { RestToggle } from './RestToggle';
import type { RestPart } from './use-rest';
import { Waiting } from './Waiting';

/** More than these put what the customer is entitled to out of sight. */
const SHOWN_AT_FIRST = 8;

interface Props {
  organizations: readonly OrganizationName[];
  profiles: RestPart<ProfileOrganization[]>;
  onRetry: () => void;
  isRetrying: boolean;
}

/** The organizations of the customer: their names are there at first, what they hold follows in its place under each. */
export function Organizations({ organizations, profiles, ...retry }: Props) {
  const [isWhole, setWhole] = useState(false);
  if (organizations.length === 0) return null;
  const shown = isWhole ? organizations : organizations.slice(0, SHOWN_AT_FIRST);
  const rest = organizations.length - SHOWN_AT_FIRST;
  return (
    <Part title={organizations.length === 1 ? 'Organization' : 'Organizations'}>
      <Stack space="space.075">
        {shown.map((organization, index) => (
          <Fold key={organization.id} title={organization.name}>
            {index >= MAX_ORGANIZATIONS ? (
              <Text color="color.text.subtle">{`Details are loaded only for the first ${MAX_ORGANIZATIONS} organizations.`}</Text>
            ) : (
              <Held organization={organization} profiles={profiles} />
            )}
          </Fold>
        ))}
      </Stack>
      {rest > 0 && (
        <Inline>
          <RestToggle rest={rest} noun="organization" isWhole={isWhole} onToggle={() => setWhole(!isWhole)} />
        </Inline>
      )}
      {/* Under the names, which keep their place. */}
      {profiles.error !== null && (
        <PartFailure title="Organization details couldn’t be loaded" error={profiles.error} {...retry} />
      )}
    </Part>
  );
}

interface HeldProps extends Pick<Props, 'profiles'> {
  organization: OrganizationName;
}

/** What one organization holds, or why that is not here. */
function Held({ organization: { id, name }, profiles: { data, error, isLost } }: HeldProps) {
  if (data === undefined) {
    if (error === null && !isLost) return <Waiting lines={1} label={`Loading the details of ${isolated(name)}`} />;
    return <Text color="color.text.subtle">Couldn’t be loaded.</Text>;
  }
  const profile = data.find((each) => each.id === id);
  // The site leaves out of its answer what is closed to the person.
  if (profile === undefined) return <Text color="color.text.subtle">Not visible to you.</Text>;
  return <ReadOnlyDetails fields={profile.fields} />;
}
