import { Button, Inline, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { OrganizationName } from '../../contract/customers';
import type { ProfileEntitlement } from '../../contract/profile/views';
import type { Result } from '../../contract/result';
import { PartFailure } from '../shared/PartFailure';
import { useNow } from '../shared/use-now';
import { ExpiryBadge } from './ExpiryBadge';
import { Fold } from './Fold';
import { Part } from './Part';
import { ReadOnlyDetails } from './ReadOnlyDetails';
import { Waiting } from './Waiting';

/** More than these make the profile too long for the column beside an issue. */
const SHOWN_AT_FIRST = 8;

interface Props {
  /** Null until they are loaded. */
  entitlements: Result<ProfileEntitlement[]> | null;
  organizations: readonly OrganizationName[];
  onRetry: () => void;
}

/** What the customer is entitled to, in their own right and through organizations. */
export function Entitlements({ entitlements, organizations, onRetry }: Props) {
  return (
    <Part title="Entitled to">
      {entitlements === null && <Waiting lines={2} label="Loading the entitlements" />}
      {entitlements?.ok === false && (
        <PartFailure title="The entitlements could not be loaded" error={entitlements.error} onRetry={onRetry} />
      )}
      {entitlements?.ok === true && <EntitlementList entitlements={entitlements.data} organizations={organizations} />}
    </Part>
  );
}

interface ListProps {
  entitlements: readonly ProfileEntitlement[];
  organizations: readonly OrganizationName[];
}

function EntitlementList({ entitlements, organizations }: ListProps) {
  const [isWhole, setWhole] = useState(false);
  const now = useNow();
  if (entitlements.length === 0) return <Text color="color.text.subtle">No product.</Text>;
  const shown = isWhole ? entitlements : entitlements.slice(0, SHOWN_AT_FIRST);
  const rest = entitlements.length - shown.length;
  return (
    <Stack space="space.100">
      {shown.map(({ id, product, organizationId, endsOn, fields }) => (
        <Fold
          key={id}
          title={product}
          aside={endsOn !== null && <ExpiryBadge endsOn={endsOn} now={now} />}
          summary={organizationId === null ? 'Their own' : `Through ${nameOf(organizationId, organizations)}`}
        >
          <ReadOnlyDetails fields={fields} />
        </Fold>
      ))}
      {rest > 0 && (
        <Inline>
          <Button appearance="subtle" spacing="compact" onClick={() => setWhole(true)}>
            {`Show ${rest} more`}
          </Button>
        </Inline>
      )}
    </Stack>
  );
}

const nameOf = (id: string, organizations: readonly OrganizationName[]): string =>
  organizations.find((organization) => organization.id === id)?.name ?? `organization ${id}`;
