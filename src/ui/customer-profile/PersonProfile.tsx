import { SectionMessage, Stack, Text } from '@forge/react';
import React, { useCallback, useEffect } from 'react';
import type { CustomerContent, Person, PersonView } from '../../contract/profile/views';
import { isolated } from '../../domain/isolated';
import { Failure } from '../shared/Failure';
import { PartFailure } from '../shared/PartFailure';
import { CopyField } from '../shared/CopyField';
import { useResource } from '../shared/use-resource';
import { useCall } from './call';
import { Details } from './Details';
import { Entitlements } from './Entitlements';
import { OtherIssues } from './OtherIssues';
import { Organizations } from './Organizations';
import type { Kept } from './use-kept';

interface Props {
  issueKey: string;
  view: PersonView;
  /** What the site keeps of them; null for somebody who is no customer. */
  customer: Kept<CustomerContent | null>;
  isReloading: boolean;
  /** Loads the person anew. */
  onReload: () => void;
}

/** What is known of a person: what came first is shown while the rest is on its way. */
export function PersonProfile({ issueKey, view: { person, proof }, customer, isReloading, onReload }: Props) {
  const call = useCall();
  const load = useCallback(() => call('profile.rest', { proof }), [call, proof]);
  const { data: rest, error, isLoading, reload } = useResource(load);
  const isOutdated = error?.code === 'CONFLICT';
  // A proof that is too old is made anew with the first content.
  useEffect(() => {
    if (error?.code === 'CONFLICT') onReload();
  }, [error, onReload]);
  const retry = { onRetry: reload, isRetrying: isLoading || isReloading };
  const failure = isOutdated ? null : error;
  const isCustomer = customer.data !== null;
  const content = customer.data ?? null;
  return (
    <Stack space="space.200">
      {customer.error !== null && (
        <PartFailure
          title="The details could not be loaded"
          error={customer.error}
          onRetry={onReload}
          isRetrying={isReloading}
        />
      )}
      {!isCustomer && <NoCustomer person={person} />}
      {content !== null && <Details issueKey={issueKey} customerId={person.id} content={content} onReload={onReload} />}
      {content !== null && (
        <Organizations
          organizations={content.organizations}
          profiles={rest?.customer?.organizations ?? null}
          isLost={error !== null}
          {...retry}
        />
      )}
      {failure && <Failure title="The rest could not be loaded" error={failure} {...retry} />}
      {!failure && isCustomer && (
        <Entitlements
          entitlements={rest?.customer?.entitlements ?? null}
          organizations={content?.organizations ?? []}
          {...retry}
        />
      )}
      {!failure && <OtherIssues issues={rest?.issues ?? null} {...retry} />}
      {isCustomer && <CopyField label="Customer id" text={person.id} />}
    </Stack>
  );
}

function NoCustomer({ person: { name, isActive } }: { person: Person }) {
  return isActive ? (
    <SectionMessage appearance="information" title="No customer">
      <Text>{`${isolated(name)} is not a customer of your site, so there is no profile to show.`}</Text>
    </SectionMessage>
  ) : (
    <SectionMessage appearance="information" title="This account is gone">
      <Text>It was deleted or closed since, and with it what your site kept of the customer.</Text>
    </SectionMessage>
  );
}
