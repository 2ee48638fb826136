import React from 'react';
import { callServer } from '../api';
import type { Act, SandboxState } from './state';

/** What goes wrong on the site, and how fast its tasks are. */
export function FaultControls({ state, act }: { state: SandboxState; act: Act }): React.JSX.Element {
  const faults = (change: object) => act(() => callServer('faults', change));
  const settings = (change: object) => act(() => callServer('settings', change));
  const { latencyMs, failRate, down } = state.faults;
  const { taskMsPerRow, taskSlots } = state.settings;
  return (
    <section aria-label="Faults">
      <h2>Faults</h2>
      <NumberField name="Latency (ms)" value={latencyMs} changed={(value) => faults({ latencyMs: value })} />
      <NumberField name="Fail rate (0-1)" value={failRate} changed={(value) => faults({ failRate: value })} />
      <NumberField name="Task ms per row" value={taskMsPerRow} changed={(value) => settings({ taskMsPerRow: value })} />
      <NumberField name="Task slots" value={taskSlots} changed={(value) => settings({ taskSlots: value })} />
      <label className="panel-field">
        <span>Site is down</span>
        <input type="checkbox" checked={down} onChange={({ target }) => faults({ down: target.checked })} />
      </label>
    </section>
  );
}

/** A number that is sent when the field is left or Enter is pressed. */
function NumberField({
  name,
  value,
  changed,
}: {
  name: string;
  value: number;
  changed: (value: number) => void;
}): React.JSX.Element {
  const commit = (input: HTMLInputElement) => {
    const next = input.valueAsNumber;
    if (Number.isFinite(next) && next !== value) changed(next);
  };
  return (
    <label className="panel-field">
      <span>{name}</span>
      <input
        key={value}
        type="number"
        min={0}
        step="any"
        defaultValue={value}
        onBlur={({ target }) => commit(target)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit(event.currentTarget);
        }}
      />
    </label>
  );
}
