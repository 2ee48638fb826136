import { useCallback } from 'react';
import type { NameVariant } from '../../../../contract/jobs';
import { call } from '../../../shared/call';
import { useResource } from '../../../shared/use-resource';

/** A name that tells an import apart from those in the list; the wanted one until that is known, or where it cannot be. */
export function useProposedName({ name, variant }: { name: string; variant: NameVariant }): string {
  const load = useCallback(() => call('jobs.name', { name, variant }), [name, variant]);
  return useResource(load).data?.name ?? name;
}
