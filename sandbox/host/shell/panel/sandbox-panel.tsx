import Button from '@atlaskit/button/new';
import React from 'react';
import { HELP_CENTERS } from '../../../csm/requests';
import { callServer } from '../api';
import { readSettings, writeSettings } from '../settings';
import { useShell } from '../shell-context';
import { FaultControls } from './fault-controls';
import { LogView } from './log-view';
import { useSandboxState } from './state';

const MINUTE_MS = 60_000;
const jumps = [
  { name: '1 min', ms: MINUTE_MS },
  { name: '5 min', ms: 5 * MINUTE_MS },
  { name: '1 h', ms: 60 * MINUTE_MS },
  { name: '1 day', ms: 24 * 60 * MINUTE_MS },
];

/** What the sandbox itself can do. It is set apart from the product by its frame and its name. */
export function SandboxPanel(): React.JSX.Element {
  const [open, setOpen] = React.useState(() => readSettings().panelOpen);
  const toggle = () => {
    writeSettings({ panelOpen: !open });
    setOpen(!open);
  };
  return (
    <aside className={open ? 'panel panel-open' : 'panel'} aria-label="Sandbox">
      <button type="button" className="panel-toggle" aria-expanded={open} onClick={toggle}>
        Sandbox
      </button>
      {open ? <PanelContent /> : null}
    </aside>
  );
}

function PanelContent(): React.JSX.Element {
  const { user } = useShell();
  const { state, error, act } = useSandboxState();
  const { accountId, displayName, role } = user;
  return (
    <div className="panel-content">
      <p className="panel-note">Not part of Jira. Controls the emulated site.</p>
      {error === null ? null : <p role="alert">{error}</p>}
      <section aria-label="Who am I">
        <h2>Who am I</h2>
        <p>
          {displayName}, {role}
          <br />
          <code>{accountId}</code>
        </p>
      </section>
      <section aria-label="Help center">
        <h2>Help center</h2>
        <p>
          <code>{HELP_CENTERS.join(', ')}</code>
        </p>
      </section>
      {state === null ? null : (
        <>
          <section aria-label="Clock">
            <h2>Clock</h2>
            <p>{new Date(state.now).toLocaleString()}</p>
            <div className="panel-row">
              {jumps.map(({ name, ms }) => (
                <Button key={name} spacing="compact" onClick={() => act(() => callServer('clock', { advance: ms }))}>
                  {`+${name}`}
                </Button>
              ))}
            </div>
          </section>
          <FaultControls state={state} act={act} />
          <section aria-label="Functions">
            <h2>Functions</h2>
            <p>
              {state.running.length === 0
                ? 'None running.'
                : state.running.map(({ functionKey }) => functionKey).join(', ')}
              {` ${state.pendingEvents} events waiting.`}
            </p>
            <div className="panel-row">
              <Button
                spacing="compact"
                isDisabled={state.running.length === 0}
                onClick={() => act(() => callServer('kill', {}))}
              >
                Kill running
              </Button>
              {state.schedules.map((key) => (
                <Button key={key} spacing="compact" onClick={() => act(() => callServer('schedule', { key }))}>
                  {`Run ${key}`}
                </Button>
              ))}
            </div>
          </section>
          <LogView />
        </>
      )}
    </div>
  );
}
