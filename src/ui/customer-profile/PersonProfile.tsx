import { SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import type { CustomerContent, Person, PersonView } from '../../contract/profile/views';
import { isolated } from '../../domain/isolated';
import { type CallError, callErrorOf } from '../shared/call-error';
import { Failure } from '../shared/Failure';
import { CopyField } from '../shared/CopyField';
import { Details } from './Details';
import { Ends } from './Ends';
import { Entitlements } from './Entitlements';
import { OtherIssues } from './OtherIssues';
import { Organizations } from './Organizations';
import type { Kept } from './use-kept';
import { useRest } from './use-rest';

interface Props {
  issueKey: string;
  view: PersonView;
  /** What the site keeps of them; null for somebody who is no customer. */
  customer: Kept<CustomerContent | null>;
  /** Why the person could not be loaded anew when that was tried last; null while it was not, or came through. */
  reloadError: CallError | null;
  isReloading: boolean;
  /** Loads the person anew. */
  onReload: () => void;
}

/** What is known of a person: what came first is shown while the rest is on its way. */
export function PersonProfile(props: Props) {
  const { issueKey, view, customer, reloadError, isReloading, onReload } = props;
  const { person } = view;
  const rest = useRest(view, onReload, reloadError !== null);
  const retry = { onRetry: rest.reload, isRetrying: rest.isLoading || isReloading };
  const isCustomer = customer.data !== null;
  const content = customer.data ?? null;
  return (
    <Stack space="space.200">
      {customer.error !== null && (
        <Failure
          title="Details couldn’t be loaded"
          error={reloadError ?? callErrorOf(customer.error)}
          onRetry={onReload}
          isRetrying={isReloading}
        />
      )}
      {!isCustomer && <NoCustomer person={person} />}
      {content?.knowsEnds === true && <Ends entitlements={rest.entitlements} />}
      {content !== null && (
        <Details
          issueKey={issueKey}
          customerId={person.id}
          content={content}
          onReload={onReload}
          isReloading={isReloading}
        />
      )}
      {content !== null && (
        <Organizations organizations={content.organizations} profiles={rest.organizations} {...retry} />
      )}
      {rest.error && <Failure title="The rest couldn’t be loaded" error={rest.error} {...retry} />}
      {isCustomer && (
        <Entitlements entitlements={rest.entitlements} organizations={content?.organizations ?? []} {...retry} />
      )}
      <OtherIssues issues={rest.issues} {...retry} />
      {isCustomer && <CopyField label="Customer ID" text={person.id} />}
    </Stack>
  );
}

function NoCustomer({ person: { name, isActive } }: { person: Person }) {
  return isActive ? (
    <SectionMessage appearance="information" title="No customer">
      <Text>{`${isolated(name)} isn’t a customer on your site, so there’s no profile to show.`}</Text>
    </SectionMessage>
  ) : (
    <SectionMessage appearance="information" title="This account no longer exists">
      <Text>It was deleted or closed, along with what your site stored about the customer.</Text>
    </SectionMessage>
  );
}
