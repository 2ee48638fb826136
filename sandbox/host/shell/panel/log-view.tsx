import React from 'react';
import * as v from 'valibot';
import { callServer } from '../api';
import { usePolled } from './state';

const logSchema = v.object({
  requests: v.array(
    v.object({ at: v.number(), method: v.string(), path: v.string(), status: v.number(), ms: v.number() }),
  ),
  functions: v.array(v.object({ at: v.number(), functionKey: v.string(), level: v.string(), text: v.string() })),
});

const SHOWN = 50;
const load = async () => v.parse(logSchema, await callServer('log'));
const time = (at: number): string => new Date(at).toLocaleTimeString();

/** The latest requests the site answered, and the latest lines of the app's log, newest first. */
export function LogView(): React.JSX.Element {
  const { value } = usePolled(load);
  const requests = value?.requests.slice(-SHOWN).reverse() ?? [];
  const functions = value?.functions.slice(-SHOWN).reverse() ?? [];
  return (
    <>
      <section aria-label="Request log">
        <h2>Request log</h2>
        <Lines
          lines={requests.map(
            ({ at, method, path, status, ms }) => `${time(at)} ${status} ${method} ${path} (${ms} ms)`,
          )}
        />
      </section>
      <section aria-label="Function log">
        <h2>Function log</h2>
        <Lines
          lines={functions.map(({ at, functionKey, level, text }) => `${time(at)} ${functionKey} ${level}: ${text}`)}
        />
      </section>
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }): React.JSX.Element {
  if (lines.length === 0) return <p>Nothing yet.</p>;
  return (
    <ol className="panel-log" tabIndex={0}>
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ol>
  );
}
