import { Stack, Text } from '@forge/react';
import React, { useCallback, useState } from 'react';
import type { PersonView } from '../../contract/profile/views';
import type { CallError } from '../shared/call-error';
import { createGate } from '../shared/gate';
import { HoldContext } from '../shared/use-held';
import { useResource } from '../shared/use-resource';
import { call } from './call';
import type { ChosenPerson } from './Menu';
import { OpenFailure } from './OpenFailure';
import { PersonHeader } from './PersonHeader';
import { PersonProfile } from './PersonProfile';
import { Waiting } from './Waiting';

/** Whose profile is looked at. */
interface Choice {
  /** By what the menu gave for them; null for the reporter, who is opened through the issue. */
  person: ChosenPerson | null;
  /** How often somebody was chosen before. */
  turn: number;
}

/** Null for an issue that names no reporter. */
async function open(issueKey: string, person: ChosenPerson | null): Promise<PersonView | null> {
  if (person !== null) return call('profile.person', { pass: person.pass });
  return (await call('profile.open', { issueKey })).reporter;
}

/** The customer of an issue: its reporter at first, and whoever else of it is chosen. */
export function Profile({ issueKey }: { issueKey: string }) {
  const [gate] = useState(createGate);
  const [choice, setChoice] = useState<Choice>({ person: null, turn: 0 });
  const [hidden, setHidden] = useState<CallError | null>(null);
  const choose = (person: ChosenPerson | null) =>
    gate.pass({ leave: () => setChoice(({ turn }) => ({ person, turn: turn + 1 })), stay: () => {}, to: null });
  const load = useCallback(async () => ({ of: choice, view: await open(issueKey, choice.person) }), [issueKey, choice]);
  const { data, error, isLoading, reload } = useResource(load);
  // Whoever may not see the issue any more is shown nothing of what they saw.
  const refusal = hidden ?? (error?.code === 'NOT_FOUND' ? error : null);
  if (refusal !== null) return <OpenFailure error={refusal} onReload={reload} />;
  const shown = data?.of === choice ? data : null;
  return (
    <HoldContext.Provider value={gate.hold}>
      <Stack space="space.200">
        {(shown !== null || choice.person !== null) && (
          <PersonHeader
            key={choice.turn}
            issueKey={issueKey}
            name={shown?.view?.person.name ?? choice.person?.name ?? 'No reporter'}
            view={shown?.view ?? null}
            isFocused={choice.turn > 0}
            onChoose={choose}
            onHidden={setHidden}
          />
        )}
        {/* What the menu gave for a person is too old by then: the way begins with the issue again. */}
        {error && <OpenFailure error={error} onReload={error.code === 'CONFLICT' ? () => choose(null) : reload} />}
        {shown === null && !error && <Waiting lines={7} label="Loading the customer" />}
        {shown?.view === null && <Text>This issue names nobody as its reporter, so there is no customer to show.</Text>}
        {shown?.view && (
          <PersonProfile
            key={shown.view.person.id}
            issueKey={issueKey}
            view={shown.view}
            isReloading={isLoading}
            onReload={reload}
          />
        )}
      </Stack>
    </HoldContext.Provider>
  );
}
