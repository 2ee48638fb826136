import { Stack, Text } from '@forge/react';
import React, { useCallback } from 'react';
import type { MenuPerson } from '../../contract/profile/views';
import { Failure } from '../shared/Failure';
import { useResource } from '../shared/use-resource';
import { useCall } from './call';
import { openChosen, openReporter } from './open-person';
import { PersonHeader } from './PersonHeader';
import { PersonProfile } from './PersonProfile';
import { useKept } from './use-kept';
import { Waiting } from './Waiting';

interface Props {
  issueKey: string;
  /** Null for the reporter, who comes with the issue. */
  chosen: MenuPerson | null;
  /** See `PersonHeader`. */
  focusTurn: number;
  onChoose: (person: MenuPerson) => void;
}

/** One person of the issue: who it is, and all that is known of them. */
export function PersonOnIssue({ issueKey, chosen, focusTurn, onChoose }: Props) {
  const call = useCall();
  const load = useCallback(
    async () => ({ view: await (chosen === null ? openReporter(call, issueKey) : openChosen(call, issueKey, chosen)) }),
    [call, issueKey, chosen],
  );
  const { data, error, isLoading, reload } = useResource(load);
  const view = data?.view ?? null;
  const customer = useKept(view?.person.id ?? null, view?.customer ?? null);
  return (
    <Stack space="space.200">
      {(data !== null || chosen !== null) && (
        <PersonHeader
          issueKey={issueKey}
          name={customer.data?.name ?? view?.person.name ?? chosen?.name ?? 'No reporter'}
          person={view?.person ?? null}
          canBeCustomer={view !== null && customer.data !== null}
          focusTurn={focusTurn}
          onChoose={onChoose}
        />
      )}
      {/* Of a customer whose details are missing, it is said in their place. */}
      {error && customer.error === null && (
        <Failure
          title={view === null ? 'The customer couldn’t be loaded' : 'The customer couldn’t be reloaded'}
          error={error}
          onRetry={reload}
        />
      )}
      {data === null && !error && <Waiting lines={7} label="Loading the customer" />}
      {data !== null && view === null && <Text>This issue has no reporter, so there’s no customer to show.</Text>}
      {view !== null && (
        <PersonProfile
          key={view.person.id}
          issueKey={issueKey}
          view={view}
          customer={customer}
          reloadError={error}
          isReloading={isLoading}
          onReload={reload}
        />
      )}
    </Stack>
  );
}
