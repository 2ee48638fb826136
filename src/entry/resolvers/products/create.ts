import type { Creation } from '../../../contract/resolvers/products';
import type { CsmClient } from '../../../csm/client';
import { fold } from '../../../domain/fold';
import { systemClock } from '../../../platform/clock';
import { SiteError } from '../../../platform/http/site-error';
import type { Handler } from '../../define';
import { productsByName } from './by-name';

/** Milliseconds that have to be left for another name to be sent, so that the answer of a slow site is waited for. */
const ENOUGH_MS = 8_000;

/** The first of the names at least, and as many more as there is time for. */
export const create: Handler<'products.create'> = async ({ names }, { csm, deadline }) => {
  const present = await productsByName(csm);
  const creations: Creation[] = [];
  let stopped: string | null = null;
  for (const name of names) {
    if (creations.length > 0 && deadline - systemClock.now() < ENOUGH_MS) break;
    const product = present.get(fold(name));
    if (stopped !== null) creations.push({ outcome: 'not-tried', name, message: stopped });
    else if (product !== undefined) creations.push({ outcome: 'exists', name, product });
    else {
      const creation = await createOne(csm, name);
      creations.push(creation);
      if (creation.outcome === 'created') present.set(fold(name), creation.product);
      // A site that did not answer one will hardly answer the next: what is left can be sent again later.
      if (creation.outcome === 'unconfirmed' || creation.outcome === 'not-tried') stopped = creation.message;
    }
  }
  return { creations };
};

async function createOne(csm: CsmClient, name: string): Promise<Creation> {
  try {
    return { outcome: 'created', name, product: await csm.call('create-product', { body: { name } }) };
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    return { outcome: failedOutcome(error), name, message: wordsOf(error) };
  }
}

function failedOutcome({ kind, mayHaveBeenApplied }: SiteError): 'unconfirmed' | 'not-tried' | 'refused' {
  if (mayHaveBeenApplied) return 'unconfirmed';
  return kind === 'throttled' || kind === 'unavailable' ? 'not-tried' : 'refused';
}

const wordsOf = ({ serverMessages, status }: SiteError): string =>
  serverMessages.join(' ') ||
  (status === null ? 'Your site did not answer.' : `Your site answered with status ${status}.`);
