import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';

/** So often time is helped on, in ms. */
const STEP_MS = 100;

const stateSchema = v.object({ running: v.array(v.object({ functionKey: v.string() })) });
const statsSchema = v.object({ violations: v.array(v.unknown()) });
const logSchema = v.object({ requests: v.array(v.object({ method: v.string(), path: v.string() })) });
const accountsSchema = v.array(v.object({ emailAddress: v.string() }));
const killedSchema = v.object({ killed: v.number() });

/** Steers a sandbox that runs in a process of its own, over HTTP (docs/sandbox-control.md). */
export function sandboxControl(url: string) {
  async function ask(path: string, body?: object): Promise<unknown> {
    const init = body && { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(`${url}_sandbox/${path}`, init);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }
  const advance = (ms: number) => ask('clock', { advance: ms });

  return {
    faults: (faults: object) => ask('faults', faults),
    settings: (settings: object) => ask('settings', settings),
    /** What the app asked of the site against the contract: nothing, if all is well. */
    async violations(): Promise<unknown[]> {
      return v.parse(statsSchema, await ask('stats')).violations;
    },
    /** The latest requests that the site has answered, oldest first: `GET /jsm/csm/api/v1/product?limit=25`. */
    async requests(): Promise<string[]> {
      return v.parse(logSchema, await ask('log')).requests.map(({ method, path }) => `${method} ${path}`);
    },
    /** The e-mail addresses of the first three accounts whose name or address begins alike. */
    async accounts(words: string): Promise<[string, string, string]> {
      const headers = { Authorization: 'Bearer ada' };
      const answer = await fetch(`${url}rest/api/3/user/search?query=${words}`, { headers });
      const [first, second, third] = v.parse(accountsSchema, await answer.json());
      if (first === undefined || second === undefined || third === undefined) throw new Error('There are fewer.');
      return [first.emailAddress, second.emailAddress, third.emailAddress];
    },
    async isRunning(functionKey: string): Promise<boolean> {
      return v.parse(stateSchema, await ask('state')).running.some((one) => one.functionKey === functionKey);
    },
    /** Ends the running invocations of a function as a lost process would, and says how many there were. */
    async kill(functionKey: string): Promise<number> {
      return v.parse(killedSchema, await ask('kill', { functionKey })).killed;
    },
    /** Moves the sandbox's clock on, so that what is due by then happens now. */
    advance,
    /** Lets the sandbox's time pass twenty times as fast for as long as something is waited for. */
    async quickened<T>(awaited: Promise<T>): Promise<T> {
      const wait = { isOver: false };
      const end = (): void => {
        wait.isOver = true;
      };
      awaited.then(end, end);
      while (!wait.isOver) {
        await advance(STEP_MS * 19);
        await pause(STEP_MS);
      }
      return awaited;
    },
  };
}
