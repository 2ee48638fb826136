import { useCallback } from 'react';
import { MAX_VALUES_COUNTED } from '../../../contract/resolvers/fields';
import type { ValueCount } from '../../../domain/fields/holders';
import { call } from '../../shared/call';
import { type Resource, useResource } from '../../shared/use-resource';

const nothing = { counts: [] };

/** How many customers hold each of the first 25 of the values: the site is asked for each by itself. */
export function useHolders(field: string, values: readonly string[]): Resource<{ counts: ValueCount[] }> {
  const asked = values.slice(0, MAX_VALUES_COUNTED).join(',');
  const load = useCallback(async () => {
    if (asked === '') return nothing;
    // No option contains a comma, so a list of them is a text that keeps its identity between renders.
    return call('fields.holders', { field, values: asked.split(',') });
  }, [field, asked]);
  return useResource(load);
}
