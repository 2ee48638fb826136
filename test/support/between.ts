import type { Page, Route } from 'playwright-core';
import * as v from 'valibot';
import { NORA } from './console';
import { lackingCustomer, lackingParticipants } from './profile-answers';

const IS_INVOKE = /\/invoke$/;

const answerSchema = v.looseObject({ result: v.looseObject({ data: v.optional(v.looseObject({})) }) });
const requestSchema = v.looseObject({ accountId: v.string() });

/** Stands between a page and one resolver for as long as `during` takes: the faults of the site hit all of its calls. */
async function between(
  page: Page,
  resolver: string,
  act: (route: Route) => Promise<void>,
  during: () => Promise<void>,
): Promise<void> {
  const acts: Promise<void>[] = [];
  const handle = (route: Route) => {
    if (route.request().postData()?.includes(`"${resolver}"`) !== true) return route.fallback();
    const done = act(route);
    acts.push(done);
    return done;
  };
  await page.route(IS_INVOKE, handle);
  try {
    await during();
  } finally {
    // A call that is still between when nothing stands there any more would hang for ever.
    await Promise.allSettled(acts);
    await page.unroute(IS_INVOKE, handle);
  }
}

/** Puts something else into what a resolver answers where it does. */
export function altered(
  page: Page,
  resolver: string,
  alter: (data: Record<string, unknown>) => object,
  during: () => Promise<void>,
): Promise<void> {
  const act = async (route: Route) => {
    const { result } = v.parse(answerSchema, await (await route.fetch()).json());
    await route.fulfill({ json: { result: { ...result, ...(result.data && { data: alter(result.data) }) } } });
  };
  return between(page, resolver, act, during);
}

/** The customer's own call fails, alone of what a profile begins with. */
export const withoutCustomer = (page: Page, during: () => Promise<void>): Promise<void> =>
  altered(page, 'profile.open', lackingCustomer, during);

/** What waits until it is released, with something in its stead or nothing. */
export function gate() {
  let release: (instead?: object) => void = () => undefined;
  const released = new Promise<object | undefined>((resolve) => {
    release = resolve;
  });
  return { released, release };
}

/**
 * Keeps a page waiting for a resolver until `release` is called, with what is answered in its stead, if anything. What
 * was never released goes on to the resolver in the end.
 */
export async function held(
  page: Page,
  resolver: string,
  during: (release: (instead?: object) => void) => Promise<void>,
): Promise<void> {
  const { released, release } = gate();
  const act = async (route: Route) => {
    const instead = await released;
    await (instead === undefined ? route.continue() : route.fulfill({ json: { result: instead } }));
  };
  await between(page, resolver, act, async () => {
    try {
      await during(release);
    } finally {
      release();
    }
  });
}

/** It cannot be told who takes part in the issue beside its reporter. */
export const withoutParticipants = (page: Page, during: () => Promise<void>): Promise<void> =>
  altered(page, 'profile.menu', lackingParticipants, during);

/** Asks a resolver as somebody who may see no issue, as whoever looks has lost the right to see it. */
export function asStranger(page: Page, resolver: string, during: () => Promise<void>): Promise<void> {
  const act = (route: Route) => {
    const request = v.parse(requestSchema, JSON.parse(route.request().postData() ?? ''));
    return route.continue({ postData: JSON.stringify({ ...request, accountId: NORA }) });
  };
  return between(page, resolver, act, during);
}
