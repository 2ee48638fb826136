import { type Touched, noteTouched, noteUntold } from '../../directory/changes';
import { systemClock } from '../../platform/clock';
import { SiteError } from '../../platform/http/site-error';
import { factsOf, log } from '../../platform/log';
import type { Visit } from '../define';
import { Refusal } from '../refusal';

/** What a call has changed, if anything that the directory keeps. */
type TouchedBy<Request, Response> = (request: Request, response: Response) => Touched | null;

/**
 * A handler that tells the directory what it has changed. The change is made by then: what goes wrong with the telling is
 * nobody's business but ours, and mended by the next reading: until then, the directory knows that it lacks something.
 */
export function noting<Request, Response>(
  handler: (request: Request, visit: Visit) => Promise<Response>,
  touchedBy: TouchedBy<Request, Response>,
): typeof handler {
  return async (request, visit) => {
    const response = await handler(request, visit).catch(notingDoubt);
    const touched = touchedBy(request, response);
    if (touched !== null) await note(touched, visit);
    return response;
  };
}

/** A handler that changes something of which nobody knows whose it is, where `isUntold` says so. */
export function notingUntold<Request, Response>(
  handler: (request: Request, visit: Visit) => Promise<Response>,
  isUntold: (request: Request) => boolean = () => true,
): typeof handler {
  return async (request, visit) => {
    if (!isUntold(request)) return handler(request, visit);
    const response = await handler(request, visit).catch(notingDoubt);
    await noteUntold(systemClock).catch(notNoted);
    return response;
  };
}

/** What has failed, and may have changed something all the same. */
async function notingDoubt(error: unknown): Promise<never> {
  const isDoubtful = error instanceof SiteError ? error.mayHaveBeenApplied : !(error instanceof Refusal);
  if (isDoubtful) await noteUntold(systemClock).catch(notNoted);
  throw error;
}

const notNoted = (error: unknown): void => log('change-not-noted', factsOf(error));

async function note(touched: Touched, { csm }: Visit): Promise<void> {
  try {
    await noteTouched(touched, csm, systemClock);
  } catch (error) {
    notNoted(error);
    await noteUntold(systemClock).catch(notNoted);
  }
}
