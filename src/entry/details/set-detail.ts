import type { DetailHolder } from '../../contract/details';
import type { CsmClient } from '../../csm/client';
import { refuseIfChanged } from '../changed';
import { Refusal } from '../refusal';
import { readDetails, writeDetail } from './holder';

export interface DetailChange {
  /** The name of the field. */
  field: string;
  /** None clear it. */
  values: string[];
  /** What the page showed. */
  seen: string[];
}

/**
 * Replaces the values of one field, unless it holds something else than was seen.
 * @returns what the field holds then
 * @throws Refusal NOT_FOUND for a field that the caller does not see, Changed where it holds something else; SiteError
 */
export async function setDetail(
  csm: CsmClient,
  holder: DetailHolder,
  { field, values, seen }: DetailChange,
): Promise<string[]> {
  const held = (await readDetails(csm, holder)).find(({ name }) => name === field);
  if (held === undefined) {
    throw new Refusal('NOT_FOUND', `There is no detail field “${field}” that you may see.`, 'Reload the page.');
  }
  refuseIfChanged(field, seen, held.values ?? []);
  const written = await writeDetail(csm, holder, field, values);
  return written.values ?? values;
}
