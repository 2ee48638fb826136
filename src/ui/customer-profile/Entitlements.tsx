import { Button, Inline, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { OrganizationName } from '../../contract/customers';
import type { ProfileEntitlement } from '../../contract/profile/views';
import type { Result } from '../../contract/result';
import { firstOf, sourcesOf } from '../../domain/profile/sources';
import { PartFailure } from '../shared/PartFailure';
import { useNow } from '../shared/use-now';
import { ExpiryBadge } from './ExpiryBadge';
import { Fold } from './Fold';
import { Part } from './Part';
import { ReadOnlyDetails } from './ReadOnlyDetails';
import { Waiting } from './Waiting';
import { sourceWords } from './words';

/** More than these make the profile too long for the column beside an issue. */
const SHOWN_AT_FIRST = 8;

interface Props {
  /** Null until they are loaded. */
  entitlements: Result<ProfileEntitlement[]> | null;
  organizations: readonly OrganizationName[];
  onRetry: () => void;
  isRetrying: boolean;
}

/** What the customer is entitled to, in their own right and through organizations. */
export function Entitlements({ entitlements, organizations, ...retry }: Props) {
  return (
    <Part title="Entitled to">
      {entitlements === null && <Waiting lines={2} label="Loading the entitlements" />}
      {entitlements?.ok === false && (
        <PartFailure title="The entitlements could not be loaded" error={entitlements.error} {...retry} />
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
  const named = organizations.map(({ id }) => id);
  const shown = firstOf(sourcesOf(entitlements, named), isWhole ? Infinity : SHOWN_AT_FIRST);
  const rest = isWhole ? 0 : entitlements.length - SHOWN_AT_FIRST;
  return (
    <Stack space="space.100">
      {shown.map(({ organizationIds, entitlements: ofSource }) => (
        <Stack key={organizationIds[0] ?? ''} space="space.050">
          <Text size="small" color="color.text.subtle">
            {sourceWords(organizationIds, organizations)}
          </Text>
          {ofSource.map(({ id, product, endsOn, fields }) => (
            <Fold key={id} title={product} aside={endsOn !== null && <ExpiryBadge endsOn={endsOn} now={now} />}>
              <ReadOnlyDetails fields={fields} />
            </Fold>
          ))}
        </Stack>
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
