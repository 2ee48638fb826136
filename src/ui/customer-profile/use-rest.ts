import { useCallback, useEffect } from 'react';
import type { OtherIssues, PersonView, ProfileEntitlement, ProfileOrganization } from '../../contract/profile/views';
import type { CallError } from '../shared/call-error';
import { useResource } from '../shared/use-resource';
import { useCall } from './call';
import { type Kept, useKept } from './use-kept';

/** A part of what follows the first content. */
export interface RestPart<T> extends Kept<T> {
  /** Whether it could not be loaded with all the others, or with the person: either is said once for all of them. */
  isLost: boolean;
}

/** What follows the first content, each part by itself. */
export interface Rest {
  entitlements: RestPart<ProfileEntitlement[]>;
  organizations: RestPart<ProfileOrganization[]>;
  issues: RestPart<OtherIssues>;
  /** Why none of them could be loaded now. */
  error: CallError | null;
  isLoading: boolean;
  reload: () => void;
}

/**
 * Loads what follows the first content of a person.
 * @param onOutdated the first content is not so any more, or its proof too old: both are to be loaded anew
 * @param couldNotReload whether that has failed
 */
export function useRest({ person, proof }: PersonView, onOutdated: () => void, couldNotReload: boolean): Rest {
  const call = useCall();
  const load = useCallback(() => call('profile.rest', { proof }), [call, proof]);
  const { data, error, isLoading, reload } = useResource(load);
  useEffect(() => {
    if (error?.code === 'CONFLICT') onOutdated();
  }, [error, onOutdated]);
  const isOutdated = error?.code === 'CONFLICT';
  const isLost = error !== null && (!isOutdated || couldNotReload);
  const entitlements = useKept(person.id, data?.customer?.entitlements ?? null);
  return {
    entitlements: { ...entitlements, isLost },
    organizations: { ...useKept(person.id, data?.customer?.organizations ?? null), isLost },
    issues: { ...useKept(person.id, data?.issues ?? null), isLost },
    error: isOutdated ? null : error,
    isLoading,
    // Of a customer who is gone, only the person can be told anew.
    reload: entitlements.error?.code === 'NOT_FOUND' ? onOutdated : reload,
  };
}
