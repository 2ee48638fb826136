import type { Outcome } from '../invocation';

/** The exports of the app's back end. */
export type Handlers = Readonly<Record<string, unknown>>;

/** Arguments and result cross as JSON, as they do between Forge and its functions. Never rejects. */
export async function callHandler(handlers: Handlers, name: string, args: readonly unknown[]): Promise<Outcome> {
  const handler = handlers[name];
  if (typeof handler !== 'function') return { kind: 'threw', message: `The back end has no export '${name}'.` };
  try {
    const value: unknown = await Reflect.apply(handler, undefined, args.map(viaJson));
    return { kind: 'returned', value: viaJson(value) };
  } catch (error) {
    return { kind: 'threw', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function viaJson(value: unknown): unknown {
  if (value === undefined) return undefined;
  const copy: unknown = JSON.parse(JSON.stringify(value));
  return copy;
}
