import { factsOf, log } from '../platform/log';
import { pushTouched } from '../platform/queue';
import type { Touched } from './changes';

/**
 * Has the directory told of entities in the background, for whoever can't wait for that or may not see it. It is read then what
 * they are like: told of one that nobody has changed, the directory stays true. Never rejects: the change is made by then.
 */
export async function tellLater(touched: readonly Pick<Touched, 'entity' | 'id'>[]): Promise<void> {
  await pushTouched({ touched }).catch((error: unknown) => log('change-not-noted', factsOf(error)));
}
