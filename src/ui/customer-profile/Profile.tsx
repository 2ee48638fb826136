import { Stack, Text } from '@forge/react';
import React, { useCallback, useState } from 'react';
import type { PersonView } from '../../contract/profile/views';
import type { CallError } from '../shared/call-error';
import { useResource } from '../shared/use-resource';
import { call } from './call';
import type { ChosenPerson } from './Menu';
import { OpenFailure } from './OpenFailure';
import { PersonHeader } from './PersonHeader';
import { PersonProfile } from './PersonProfile';
import { Waiting } from './Waiting';

/** The customer of an issue: its reporter at first, and whoever else of it is chosen. */
export function Profile({ issueKey }: { issueKey: string }) {
  // The reporter is opened through the issue each time, as at first; the others by what the menu gave for them.
  const [chosen, setChosen] = useState<ChosenPerson | null>(null);
  const load = useCallback(
    (): Promise<PersonView | null> =>
      chosen === null
        ? call('profile.open', { issueKey }).then(({ reporter }) => reporter)
        : call('profile.person', { pass: chosen.pass }),
    [issueKey, chosen],
  );
  return <Shown key={chosen?.pass ?? ''} issueKey={issueKey} load={load} onChoose={setChosen} />;
}

interface ShownProps {
  issueKey: string;
  load: () => Promise<PersonView | null>;
  /** Null leads back to the reporter. */
  onChoose: (person: ChosenPerson | null) => void;
}

function Shown({ issueKey, load, onChoose }: ShownProps) {
  const resource = useResource(useCallback(async () => ({ person: await load() }), [load]));
  const { data: view, error, isLoading, reload } = resource;
  // What the menu gave for a person is too old by then: the way begins with the issue again.
  const onReload = error?.code === 'CONFLICT' ? () => onChoose(null) : reload;
  const [hidden, setHidden] = useState<CallError | null>(null);
  // Whoever may not see the issue any more is shown nothing of what they saw.
  const refusal = hidden ?? (error?.code === 'NOT_FOUND' ? error : null);
  if (refusal !== null) return <OpenFailure error={refusal} onReload={onReload} />;
  if (view === null) {
    return error ? (
      <OpenFailure error={error} onReload={onReload} />
    ) : (
      <Waiting lines={7} label="Loading the customer" />
    );
  }
  const { person } = view;
  return (
    <Stack space="space.200">
      <PersonHeader issueKey={issueKey} view={person} onChoose={onChoose} onHidden={setHidden} />
      {error && <OpenFailure error={error} onReload={onReload} />}
      {person === null ? (
        <Text>This issue names nobody as its reporter, so there is no customer to show.</Text>
      ) : (
        <PersonProfile key={person.proof} issueKey={issueKey} view={person} isReloading={isLoading} onReload={reload} />
      )}
    </Stack>
  );
}
