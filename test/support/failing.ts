import type { Page } from 'playwright-core';
import type { ResolverError } from '../../src/contract/result';
import { outage } from './profile-answers';

/** Answers one resolver with an error for as long as `during` takes: a fault of the site hits all of them. */
export async function failing(
  page: Page,
  resolver: string,
  during: () => Promise<void>,
  error: ResolverError = outage.error,
): Promise<void> {
  await page.route(/\/invoke$/, (route) =>
    route.request().postData()?.includes(`"${resolver}"`) === true
      ? route.fulfill({ json: { result: { ok: false, error } } })
      : route.continue(),
  );
  try {
    await during();
  } finally {
    await page.unroute(/\/invoke$/);
  }
}
