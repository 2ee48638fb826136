import { SiteError } from '../../../platform/http/site-error';

/** Whether the site says that it has no such thing. Rejects with what else it says. */
export async function isGone(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return false;
  } catch (error) {
    if (error instanceof SiteError && error.kind === 'not-found') return true;
    throw error;
  }
}
