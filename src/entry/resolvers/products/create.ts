import type { Product } from '../../../contract/entitlements';
import type { Creation } from '../../../contract/resolvers/products';
import type { CsmClient } from '../../../csm/client';
import { fold } from '../../../domain/fold';
import { systemClock } from '../../../platform/clock';
import { SiteError } from '../../../platform/http/site-error';
import type { Handler } from '../../define';
import { whenWords } from '../../when';

/** Milliseconds that have to be left for a name to be sent, so that the answer of a slow site is waited for. */
export const ENOUGH_MS = 8_000;

/** The first of the names at least, and as many more as there is time for. */
export const create: Handler<'products.create'> = async ({ names }, { csm, deadline }) => {
  const created = new Map<string, Product>();
  const creations: Creation[] = [];
  let stopped: Stop | null = null;
  for (const name of names) {
    if (creations.length > 0 && deadline - systemClock.now() < ENOUGH_MS) break;
    const product = created.get(fold(name));
    if (stopped !== null) creations.push({ outcome: 'not-tried', name, ...stopped });
    else if (product !== undefined) creations.push({ outcome: 'exists', name, product });
    else {
      const { creation, stop } = await createOne(csm, name);
      creations.push(creation);
      if (creation.outcome === 'created') created.set(fold(name), creation.product);
      stopped = stop;
    }
  }
  return { creations };
};

/** Why the rest is not sent: what keeps one from the site will hardly let the next through. */
interface Stop {
  message: string;
  advice: string;
}

async function createOne(csm: CsmClient, name: string): Promise<{ creation: Creation; stop: Stop | null }> {
  try {
    const product = await csm.call('create-product', { body: { name } });
    return { creation: { outcome: 'created', name, product }, stop: null };
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    return failed(name, error);
  }
}

function failed(name: string, error: SiteError): { creation: Creation; stop: Stop | null } {
  const message = wordsOf(error);
  const stop = { message, advice: `Send it again ${whenWords(error.retryAfterMs)}.` };
  if (error.mayHaveBeenApplied) return { creation: { outcome: 'unconfirmed', name, message }, stop };
  return error.kind === 'throttled' || error.kind === 'unavailable'
    ? { creation: { outcome: 'not-tried', name, ...stop }, stop }
    : { creation: { outcome: 'refused', name, message }, stop: null };
}

const wordsOf = ({ serverMessages, status }: SiteError): string =>
  serverMessages.join(' ') ||
  (status === null ? 'Your site didn’t respond.' : `Your site responded with status ${status}.`);
