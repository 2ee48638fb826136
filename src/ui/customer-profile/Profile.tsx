import React, { useCallback, useMemo, useState } from 'react';
import type { MenuPerson } from '../../contract/profile/views';
import { RefusalsContext, useRefusals } from '../shared/details/use-refusals';
import { createGate } from '../shared/gate';
import { FocusHeirContext } from '../shared/use-focus-handed-on';
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

/** What stands there. */
interface Shown {
  isHidden: boolean;
  /** How often the focus was to come to the top of it since it stands there. */
  focusTurn: number;
}

/** The customer of an issue: its reporter at first, and whoever else of it is chosen. */
export function Profile({ issueKey }: { issueKey: string }) {
  const [gate] = useState(createGate);
  const [choice, setChoice] = useState<Choice>({ person: null, turn: 0 });
  // Who may edit a field is set on the field, and is the same for everybody of the issue.
  const refusals = useRefusals();
  const { isHidden, focusTurn, setHidden, takeFocus } = useShown();
  const call = useMemo(
    () =>
      callWatching(() => {
        setHidden(true);
        tell(issueHidden, { issueKey });
      }),
    [issueKey, setHidden],
  );
  useTold(issueHidden, (hidden) => {
    if (hidden.issueKey === issueKey) setHidden(true);
  });
  const choose = (person: MenuPerson) => {
    const leave = () => {
      setChoice(({ turn }) => ({ person, turn: turn + 1 }));
      // It was at the name of whoever is chosen.
      takeFocus();
    };
    gate.pass({ leave, stay: () => {}, to: null });
  };
  return (
    <CallContext.Provider value={call}>
      <FocusHeirContext.Provider value={takeFocus}>
        {isHidden ? (
          <HiddenIssue issueKey={issueKey} focusTurn={focusTurn} onShown={() => setHidden(false)} />
        ) : (
          <HoldContext.Provider value={gate.hold}>
            <RefusalsContext.Provider value={refusals}>
              <PersonOnIssue
                key={choice.turn}
                issueKey={issueKey}
                chosen={choice.person}
                focusTurn={focusTurn}
                onChoose={choose}
              />
            </RefusalsContext.Provider>
          </HoldContext.Provider>
        )}
      </FocusHeirContext.Provider>
    </CallContext.Provider>
  );
}

/** Whether the issue is hidden, and the top of what stands there: what goes with the focus leaves it to that. */
function useShown() {
  const [shown, setShown] = useState<Shown>({ isHidden: false, focusTurn: 0 });
  const setHidden = useCallback(
    (isHidden: boolean) => setShown((before) => (before.isHidden === isHidden ? before : { isHidden, focusTurn: 0 })),
    [],
  );
  const takeFocus = useCallback(() => setShown((last) => ({ ...last, focusTurn: last.focusTurn + 1 })), []);
  return { ...shown, setHidden, takeFocus };
}
