import { useCallback, useEffect } from 'react';
import type { OtherIssues, ProfileEntitlement, ProfileOrganization } from '../../contract/profile/views';
import type { CallError } from '../shared/call-error';
import { useResource } from '../shared/use-resource';
import { useCall } from './call';
import { type Kept, useKept } from './use-kept';

/** A part of what follows the first content. */
export interface RestPart<T> extends Kept<T> {
  /** Whether it could not be loaded with all the others, which is said once for all of them. */
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
 * @param onOutdated the proof that came with the first content is too old: both are to be loaded anew
 */
export function useRest(personId: string, proof: string, onOutdated: () => void): Rest {
  const call = useCall();
  const load = useCallback(() => call('profile.rest', { proof }), [call, proof]);
  const { data, error, isLoading, reload } = useResource(load);
  useEffect(() => {
    if (error?.code === 'CONFLICT') onOutdated();
  }, [error, onOutdated]);
  const failure = error?.code === 'CONFLICT' ? null : error;
  const isLost = failure !== null;
  return {
    entitlements: { ...useKept(personId, data?.customer?.entitlements ?? null), isLost },
    organizations: { ...useKept(personId, data?.customer?.organizations ?? null), isLost },
    issues: { ...useKept(personId, data?.issues ?? null), isLost },
    error: failure,
    isLoading,
    reload,
  };
}
