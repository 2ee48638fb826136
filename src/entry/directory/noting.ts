import { type Touched, noteTouched } from '../../directory/changes';
import { systemClock } from '../../platform/clock';
import { factsOf, log } from '../../platform/log';
import type { Visit } from '../define';

/** What a call has changed, if anything that the directory keeps. */
type TouchedBy<Request, Response> = (request: Request, response: Response) => Touched | null;

/**
 * A handler that tells the directory what it has changed. The change is made by then: what goes wrong with the telling is
 * nobody's business but ours, and mended by the next reading.
 */
export function noting<Request, Response>(
  handler: (request: Request, visit: Visit) => Promise<Response>,
  touchedBy: TouchedBy<Request, Response>,
): typeof handler {
  return async (request, visit) => {
    const response = await handler(request, visit);
    const touched = touchedBy(request, response);
    if (touched !== null) await note(touched, visit);
    return response;
  };
}

async function note(touched: Touched, { csm }: Visit): Promise<void> {
  try {
    await noteTouched(touched, csm, systemClock);
  } catch (error) {
    log('change-not-noted', factsOf(error));
  }
}
