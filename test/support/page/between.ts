import * as v from 'valibot';
import type { ResolverError } from '../../../src/contract/result';
import { gate, outage } from '../between';
import type { ConsoleInNode } from './console';

const answerSchema = v.looseObject({ data: v.optional(v.looseObject({})) });

/** Answers one resolver with an error for as long as `during` takes: a fault of the site hits all of them. */
export function failing(
  ui: ConsoleInNode,
  resolver: string,
  during: () => Promise<void>,
  error: ResolverError = outage.error,
): Promise<void> {
  return ui.meanwhile((name, goOn) => (name === resolver ? Promise.resolve({ ok: false, error }) : goOn()), during);
}

/** Puts something else into what a resolver answers where it does. */
export function altered(
  ui: ConsoleInNode,
  resolver: string,
  alter: (data: Record<string, unknown>) => object,
  during: () => Promise<void>,
): Promise<void> {
  return ui.meanwhile(async (name, goOn) => {
    if (name !== resolver) return goOn();
    const answer = v.parse(answerSchema, await goOn());
    return { ...answer, ...(answer.data && { data: alter(answer.data) }) };
  }, during);
}

/**
 * Keeps a page waiting for a resolver until `release` is called, with what is answered in its stead, if anything. What
 * was never released goes on to the resolver in the end.
 */
export async function held(
  ui: ConsoleInNode,
  resolver: string,
  during: (release: (instead?: object) => void) => Promise<void>,
): Promise<void> {
  const { released, release } = gate();
  const between = async (name: string, goOn: () => Promise<unknown>) =>
    (name === resolver ? await released : undefined) ?? goOn();
  await ui.meanwhile(between, async () => {
    try {
      await during(release);
    } finally {
      release();
    }
  });
}
