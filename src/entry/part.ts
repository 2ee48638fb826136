import type { Result } from '../contract/result';
import { SiteError } from '../platform/http/site-error';
import { refusalOf } from './refuse';

/**
 * A part of an answer: what the site says against it does not cost the other parts.
 * @param isFatal what the site says that costs them all the same: rejects with it
 */
export async function part<T>(
  resolver: string,
  reading: Promise<T>,
  isFatal: (error: SiteError) => boolean = () => false,
): Promise<Result<T>> {
  try {
    return { ok: true, data: await reading };
  } catch (error) {
    if (!(error instanceof SiteError) || isFatal(error)) throw error;
    return { ok: false, error: refusalOf(resolver, error) };
  }
}
