import { Inline, Lozenge, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { OrganizationName } from '../../contract/customers';
import type { ProfileEntitlement } from '../../contract/profile/views';
import { dayOf } from '../../domain/profile/expiry';
import { countIn, firstOf, sourcesOf } from '../../domain/profile/sources';
import { PartFailure } from '../shared/PartFailure';
import { useNow } from '../shared/use-now';
import { ExpiryBadge } from './ExpiryBadge';
import { Fold } from './Fold';
import { Part } from './Part';
import { ReadOnlyDetails } from './ReadOnlyDetails';
import { RestToggle } from './RestToggle';
import type { RestPart } from './use-rest';
import { Waiting } from './Waiting';
import { sourceWords } from './words';

/** More than these make the profile too long for the column beside an issue. */
const SHOWN_AT_FIRST = 8;

interface Props {
  entitlements: RestPart<ProfileEntitlement[]>;
  organizations: readonly OrganizationName[];
  onRetry: () => void;
  isRetrying: boolean;
}

/** What the customer is entitled to, in their own right and through organizations. */
export function Entitlements({ entitlements: { data, error, isLost }, organizations, ...retry }: Props) {
  if (data === undefined && isLost) return null;
  return (
    <Part title="Entitled to">
      {data === undefined && error === null && <Waiting lines={2} label="Loading entitlements" />}
      {error !== null && <PartFailure title="Entitlements couldn’t be loaded" error={error} {...retry} />}
      {data !== undefined && <EntitlementList entitlements={data} organizations={organizations} />}
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
  if (entitlements.length === 0) return <Text color="color.text.subtle">No products.</Text>;
  const today = dayOf(now);
  const named = organizations.map(({ id }) => id);
  const all = sourcesOf(entitlements, named, today);
  const first = firstOf(all, SHOWN_AT_FIRST);
  const rest = entitlements.length - SHOWN_AT_FIRST;
  return (
    <Stack space="space.150">
      {(isWhole ? all : first).map(({ organizationIds, entitlements: ofSource }) => (
        <Stack key={organizationIds[0] ?? ''} space="space.075">
          <Text size="small" color="color.text.subtle">
            {sourceWords(organizationIds, organizations)}
          </Text>
          {ofSource.map(({ id, product, endsOn, fields }) => (
            <Fold key={id} title={product} aside={endsOn !== null && <ExpiryBadge endsOn={endsOn} today={today} />}>
              <ReadOnlyDetails fields={fields} />
            </Fold>
          ))}
        </Stack>
      ))}
      {rest > 0 && (
        <Inline space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
          <RestToggle rest={rest} noun="product" isWhole={isWhole} onToggle={() => setWhole(!isWhole)} />
          {!isWhole && (
            <RestStates all={entitlements} first={first.flatMap((source) => source.entitlements)} today={today} />
          )}
        </Inline>
      )}
    </Stack>
  );
}

interface RestStatesProps {
  all: readonly ProfileEntitlement[];
  first: readonly ProfileEntitlement[];
  today: string;
}

/** What the first ones do not tell of the rest: nothing that has ended is out of sight unsaid. */
function RestStates({ all, first, today }: RestStatesProps) {
  const shownEnded = countIn('ended', first, today);
  const ended = countIn('ended', all, today) - shownEnded;
  const soon = countIn('soon', all, today) - countIn('soon', first, today);
  return (
    <>
      {ended > 0 && <Lozenge appearance="removed">{`${ended} of them ended`}</Lozenge>}
      {ended === 0 && shownEnded > 0 && <Lozenge>None of them ended</Lozenge>}
      {soon > 0 && <Lozenge appearance="moved">{`${soon} of them ${soon === 1 ? 'ends' : 'end'} soon`}</Lozenge>}
    </>
  );
}
