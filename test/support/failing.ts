import type { Page } from 'playwright-core';

/** Answers one resolver with an error of the site for as long as `during` takes: a fault of the site hits all of them. */
export async function failing(page: Page, resolver: string, during: () => Promise<void>): Promise<void> {
  const error = { code: 'SITE_UNAVAILABLE', message: 'The site says: Service Unavailable' };
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
