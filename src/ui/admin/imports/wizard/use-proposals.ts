import { useEffect } from 'react';
import { call } from '../../../shared/call';
import { useResource } from '../../../shared/use-resource';
import { type WizardState, withProposals } from './wizard-state';

const loadSettings = () => call('settings.get', {});

/**
 * Starts an import with what the settings of the site propose; where they cannot be had, the app's own proposals stand.
 * False until one of the two is so: before that nobody is to get where a proposal is seen, as it would change there.
 */
export function useProposals(setState: (change: (last: WizardState) => WizardState) => void): boolean {
  const { data, error } = useResource(loadSettings);
  const settings = data?.settings;
  useEffect(() => {
    if (settings !== undefined) setState((last) => withProposals(last, settings));
  }, [settings, setState]);
  return data !== null || error !== null;
}
