import * as v from 'valibot';
import type { ResolverError } from '../../../src/contract/result';
import { gate } from '../between';
import { NORA } from '../console';
import { lackingCustomer, lackingCustomerParts, lackingParticipants, outage } from '../profile-answers';
import type { AppInNode } from './app-in-node';

const answerSchema = v.looseObject({ data: v.optional(v.looseObject({})) });

/** Answers one resolver with an error for as long as `during` takes: a fault of the site hits all of them. */
export function failing(
  ui: AppInNode,
  resolver: string,
  during: () => Promise<void>,
  error: ResolverError = outage.error,
): Promise<void> {
  return ui.meanwhile((name, goOn) => (name === resolver ? Promise.resolve({ ok: false, error }) : goOn()), during);
}

/** Puts something else into what a resolver answers where it does. */
export function altered(
  ui: AppInNode,
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
  ui: AppInNode,
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

/** The customer's own call fails, alone of what a profile begins with. */
export const withoutCustomer = (ui: AppInNode, during: () => Promise<void>): Promise<void> =>
  altered(ui, 'profile.open', lackingCustomer, during);

/** It cannot be told who takes part in the issue beside its reporter. */
export const withoutParticipants = (ui: AppInNode, during: () => Promise<void>): Promise<void> =>
  altered(ui, 'profile.menu', lackingParticipants, during);

/** What the customer is entitled to cannot be loaded, nor what the organizations hold: the other issues alone are there. */
export const withoutCustomerParts = (ui: AppInNode, during: () => Promise<void>): Promise<void> =>
  altered(ui, 'profile.rest', lackingCustomerParts, during);

/** Asks a resolver as somebody who may see no issue, as whoever looks has lost the right to see it. */
export const asStranger = (ui: AppInNode, resolver: string, during: () => Promise<void>): Promise<void> =>
  ui.meanwhile((name, goOn) => goOn(name === resolver ? NORA : undefined), during);
