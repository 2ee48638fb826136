import type { Site } from '../../sandbox/site';
import { Refused } from '../support/console';
import type { VirtualSandbox } from '../support/sandbox';

/** What a page got, or null when the site or the platform was in the way: a person asks again. */
export async function asked<T>(sandbox: VirtualSandbox<Site>, ask: () => Promise<T>): Promise<T | null> {
  try {
    return await sandbox.settle(ask());
  } catch (error) {
    if (error instanceof Refused && error.error.code !== 'INTERNAL' && error.error.code !== 'INVALID') return null;
    throw error;
  }
}
