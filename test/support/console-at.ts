import * as v from 'valibot';
import { type Console, consoleOf } from './console';

const answerSchema = v.object({ result: v.unknown() });

/** The console's resolvers of a sandbox that runs in a process of its own, as Ada calls them in another window. */
export function consoleAt(url: string): Console {
  return consoleOf({
    async invoke(request) {
      const response = await fetch(`${url}_sandbox/bridge/invoke`, { method: 'POST', body: JSON.stringify(request) });
      if (!response.ok) throw new Error(`${request.functionKey}: ${response.status} ${await response.text()}`);
      return v.parse(answerSchema, await response.json()).result;
    },
  });
}
