import type { Touched } from '../../directory/changes';
import { tell, tellOfDoubt } from '../../directory/tell';
import { systemClock } from '../../platform/clock';
import type { Visit } from '../define';
import { isDoubtful } from '../doubt';

/** What a call has changed of what the directory keeps. */
type TouchedBy<Request, Response> = (
  request: Request,
  response: Response,
  visit: Visit,
) => Promise<readonly Touched[]> | readonly Touched[];

/** A handler that tells the directory what it has changed. */
export function noting<Request, Response>(
  handler: (request: Request, visit: Visit) => Promise<Response>,
  touchedBy: TouchedBy<Request, Response>,
): typeof handler {
  return async (request, visit) => {
    const response = await handler(request, visit).catch(notingDoubt);
    await tell(() => touchedBy(request, response, visit), visit.csm, systemClock);
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
    await tellOfDoubt(systemClock);
    return response;
  };
}

async function notingDoubt(error: unknown): Promise<never> {
  if (isDoubtful(error)) await tellOfDoubt(systemClock);
  throw error;
}
