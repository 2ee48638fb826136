import { SiteError } from '../../../platform/http/site-error';
import type { Told } from '../half';

/** What is known of a thing that the site says it has no such of; null where it has it. Rejects with what else it says. */
export async function findGone(ask: () => Promise<unknown>): Promise<Told | null> {
  try {
    await ask();
    return null;
  } catch (error) {
    if (error instanceof SiteError && error.kind === 'not-found') return {};
    throw error;
  }
}
