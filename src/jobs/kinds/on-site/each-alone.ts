import { SiteError } from '../../../platform/http/site-error';

/** Whether what the site says can be about one of several that were asked for. */
const isOfOne = (error: unknown): boolean =>
  error instanceof SiteError && (error.kind === 'bad-request' || error.kind === 'not-found');

/**
 * What the site says of several things, in their order. Where it refuses the request, it is asked in halves, so that what it
 * says against one costs no other; null for one that it refuses by itself. @throws SiteError where it is down or throttles
 */
export async function eachAlone<Asked, Said>(
  asked: readonly Asked[],
  ask: (some: readonly Asked[]) => Promise<readonly Said[]>,
): Promise<(Said | null)[]> {
  try {
    return [...(await ask(asked))];
  } catch (error) {
    if (!isOfOne(error)) throw error;
    if (asked.length < 2) return [null];
    const half = Math.ceil(asked.length / 2);
    return [...(await eachAlone(asked.slice(0, half), ask)), ...(await eachAlone(asked.slice(half), ask))];
  }
}
