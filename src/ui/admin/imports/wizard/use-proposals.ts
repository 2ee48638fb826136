import { useEffect } from 'react';
import { call } from '../../../shared/call';
import { useResource } from '../../../shared/use-resource';
import { type WizardState, withProposals } from './wizard-state';

const loadSettings = () => call('settings.get', {});

/** Starts an import with what the settings of the site propose. Without them the app's own proposals stand. */
export function useProposals(setState: (change: (last: WizardState) => WizardState) => void): void {
  const settings = useResource(loadSettings).data?.settings;
  useEffect(() => {
    if (settings !== undefined) setState((last) => withProposals(last, settings));
  }, [settings, setState]);
}
