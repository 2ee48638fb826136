import { SectionMessage, Stack, Text } from '@forge/react';
import React, { useCallback } from 'react';
import type { Person, PersonView } from '../../contract/profile/views';
import { isolated } from '../../domain/isolated';
import { canBeCustomer } from '../../domain/profile/person';
import { Failure } from '../shared/Failure';
import { PartFailure } from '../shared/PartFailure';
import { CopyField } from '../shared/CopyField';
import { useResource } from '../shared/use-resource';
import { call } from './call';
import { Details } from './Details';
import { Entitlements } from './Entitlements';
import { OtherIssues } from './OtherIssues';
import { Organizations } from './Organizations';

interface Props {
  issueKey: string;
  view: PersonView;
  isReloading: boolean;
  /** Loads the person anew. */
  onReload: () => void;
}

/** What is known of a person: what came first is shown while the rest is on its way. */
export function PersonProfile({ issueKey, view, isReloading, onReload }: Props) {
  const { person, customer, proof } = view;
  const load = useCallback(() => call('profile.rest', { proof }), [proof]);
  const { data: rest, error, isLoading, reload } = useResource(load);
  // A proof that is too old is made anew with the first content.
  const onRetry = error?.code === 'CONFLICT' ? onReload : reload;
  const retry = { onRetry, isRetrying: isLoading || isReloading };
  const isCustomer = canBeCustomer(view);
  const content = customer.ok ? customer.data : null;
  return (
    <Stack space="space.200">
      {!customer.ok && (
        <PartFailure
          title="The details could not be loaded"
          error={customer.error}
          onRetry={onReload}
          isRetrying={isReloading}
        />
      )}
      {!isCustomer && <NoCustomer person={person} />}
      {content !== null && <Details issueKey={issueKey} customerId={person.id} content={content} />}
      {content !== null && (
        <Organizations
          organizations={content.organizations}
          profiles={rest?.customer?.organizations ?? null}
          {...retry}
        />
      )}
      {error && <Failure title="The rest could not be loaded" error={error} {...retry} />}
      {!error && isCustomer && (
        <Entitlements
          entitlements={rest?.customer?.entitlements ?? null}
          organizations={content?.organizations ?? []}
          {...retry}
        />
      )}
      {!error && <OtherIssues issues={rest?.issues ?? null} {...retry} />}
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
