import type { CheckSummary, Comparison } from '../../../src/contract/file-frame';
import type { ShownEntity, ShownRequest } from '../../../src/contract/imports';
import type { RequestOf } from '../../../src/contract/resolvers';
import { callAgain } from './site';

/** Asks for what rows name, all lists at once: the worker hands over no more than the site bears. */
export async function askShown(
  requests: readonly ShownRequest[],
  signal: AbortSignal,
  onSlowed: () => void,
): Promise<ShownEntity[][]> {
  const answers = await Promise.all(requests.map((one) => callAgain('imports.shown', one, signal, onSlowed)));
  return answers.map(({ entities }) => entities);
}

/** What is sent of a checked file: what a comparison has found unchanged is as if the file did not have it. */
export function rowsToSend(
  { rows, ready, leftOut }: CheckSummary,
  comparison: Comparison | null,
): RequestOf<'jobs.create'>['rows'] {
  if (comparison === null) return { total: rows, leftOut, accepted: ready };
  const { unchanged, failing } = comparison;
  return { total: rows - unchanged, leftOut: leftOut + failing, accepted: ready - unchanged - failing };
}
