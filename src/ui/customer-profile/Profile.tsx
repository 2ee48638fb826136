import React, { useMemo, useState } from 'react';
import type { MenuPerson } from '../../contract/profile/views';
import { createGate } from '../shared/gate';
import { HoldContext } from '../shared/use-held';
import { CallContext, callWatching } from './call';
import { HiddenIssue } from './HiddenIssue';
import { PersonOnIssue } from './PersonOnIssue';
import { issueHidden, tell, useTold } from './told';

/** Whose profile is looked at. */
interface Choice {
  /** Null for the reporter, whom the issue itself names. */
  person: MenuPerson | null;
  /** How often somebody was chosen before. */
  turn: number;
}

/** The customer of an issue: its reporter at first, and whoever else of it is chosen. */
export function Profile({ issueKey }: { issueKey: string }) {
  const [gate] = useState(createGate);
  const [choice, setChoice] = useState<Choice>({ person: null, turn: 0 });
  const [isHidden, setHidden] = useState(false);
  const call = useMemo(
    () =>
      callWatching(() => {
        setHidden(true);
        tell(issueHidden, { issueKey });
      }),
    [issueKey],
  );
  useTold(issueHidden, (hidden) => {
    if (hidden.issueKey === issueKey) setHidden(true);
  });
  if (isHidden) return <HiddenIssue onRetry={() => setHidden(false)} />;
  const choose = (person: MenuPerson) =>
    gate.pass({ leave: () => setChoice(({ turn }) => ({ person, turn: turn + 1 })), stay: () => {}, to: null });
  return (
    <CallContext.Provider value={call}>
      <HoldContext.Provider value={gate.hold}>
        <PersonOnIssue key={choice.turn} issueKey={issueKey} chosen={choice.person} onChoose={choose} />
      </HoldContext.Provider>
    </CallContext.Provider>
  );
}
