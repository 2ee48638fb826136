import type { ResolverError } from '../contract/result';
import { isolated } from '../domain/isolated';
import { JobRefusal } from '../jobs/store/refusal';
import { DamagedError } from '../jobs/store/damaged';
import { factsOf, log } from '../platform/log';
import { STORE_BUSY, isStoreBusy } from '../platform/store-busy';
import { SiteError } from '../platform/http/site-error';
import { Changed } from './changed';
import { Refusal } from './refusal';
import { whenWords } from './when';

/** What a person is told of an error. What is nobody's business but ours is logged and told apart from it. */
export function refusalOf(resolver: string, error: unknown): ResolverError {
  if (error instanceof JobRefusal || error instanceof Refusal) {
    const { code, message, advice } = error;
    const present = error instanceof Changed ? { present: [...error.present] } : {};
    return { code, message, ...(advice !== undefined && { advice }), ...present };
  }
  if (error instanceof SiteError) {
    log('site-error', { resolver, ...error.facts() });
    return siteRefusal(error);
  }
  if (error instanceof DamagedError) return { code: 'CONFLICT', message: error.message };
  if (isStoreBusy(error)) {
    log('store-busy', { resolver });
    return {
      code: 'SITE_BUSY',
      message: STORE_BUSY.message,
      advice: `Try again ${whenWords(STORE_BUSY.retryAfterMs)}.`,
      retryAfterMs: STORE_BUSY.retryAfterMs,
    };
  }
  log('resolver-failed', { resolver, ...factsOf(error) });
  return {
    code: 'INTERNAL',
    message: 'Something went wrong in the app.',
    advice: 'Try again. If this keeps happening, check the app’s log.',
  };
}

function siteRefusal(error: SiteError): ResolverError {
  const message = saidBy(error);
  switch (error.kind) {
    case 'throttled':
    case 'too-many-tasks':
      return { code: 'SITE_BUSY', message, ...whenToTry(error) };
    case 'unavailable':
    case 'unreadable':
      return { code: 'SITE_UNAVAILABLE', message, ...whenToTry(error) };
    case 'forbidden':
      return { code: 'SITE_FORBIDDEN', message };
    case 'unauthenticated':
      return { code: 'SITE_FORBIDDEN', message, advice: 'Log in to your site again, then reload the page.' };
    case 'not-found':
      return { code: 'NOT_FOUND', message };
    default:
      return { code: 'SITE_REFUSED', message };
  }
}

/** The site’s words, or what there is to say where it had none. */
export function saidBy({ serverMessages, status }: SiteError): string {
  if (serverMessages.length > 0) return `Your site says: ${isolated(serverMessages.join(' '))}`;
  return status === null ? 'Your site didn’t respond.' : `Your site responded with status ${status} and no message.`;
}

/** A change whose answer was lost may be made: trying it again blindly could make it twice. */
function whenToTry({ mayHaveBeenApplied, retryAfterMs }: SiteError): Pick<ResolverError, 'advice' | 'retryAfterMs'> {
  const when = whenWords(retryAfterMs);
  const advice = mayHaveBeenApplied
    ? `The change may have been made anyway. Check ${when} before you try again.`
    : `Try again ${when}.`;
  return { advice, ...(retryAfterMs !== null && { retryAfterMs }) };
}
