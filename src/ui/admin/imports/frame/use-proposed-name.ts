import { useCallback } from 'react';
import type { NameVariant } from '../../../../contract/jobs';
import { call } from '../../../shared/call';
import { useResource } from '../../../shared/use-resource';

/** A name that tells an import apart from those in the list: null until it is known, the wanted one where it cannot be. */
export function useProposedName({ name, variant }: { name: string; variant: NameVariant }): string | null {
  const load = useCallback(() => call('jobs.name', { name, variant }), [name, variant]);
  const { data, error } = useResource(load);
  return data?.name ?? (error === null ? null : name);
}
