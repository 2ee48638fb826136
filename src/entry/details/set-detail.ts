import type { DetailHolder, ValueChange } from '../../contract/details';
import type { CsmClient } from '../../csm/client';
import type { DetailField } from '../../csm/contract/schemas.gen';
import { hasOptions } from '../../domain/fields/definition';
import { sameValues } from '../../domain/fields/same-values';
import { isolated } from '../../domain/isolated';
import { SiteError } from '../../platform/http/site-error';
import { refuseIfChanged } from '../changed';
import { Refusal } from '../refusal';
import { saidBy } from '../refuse';
import { readDetails, writeDetail } from './holder';

/**
 * Replaces the values of one field, unless it holds something else than was seen, or holds them already.
 * @returns what the field holds then
 * @throws Refusal NOT_FOUND for a field or a holder that the caller does not see (a field made again with another type is
 * another field), SITE_REFUSED for what is no option of it any more, Changed where it holds something else; SiteError
 */
export async function setDetail(csm: CsmClient, holder: DetailHolder, change: ValueChange): Promise<string[]> {
  const { field, values, seen } = change;
  const held = await readField(csm, holder, change);
  const present = held.values ?? [];
  // Written before, by whomever: the answer to this very change may have been lost.
  if (sameValues(present, values)) return present;
  refuseIfChanged(field, seen, present);
  try {
    return (await writeDetail(csm, holder, field, values)).values ?? values;
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    if (error.kind === 'not-found') throw gone(saidBy(error));
    if (error.kind !== 'bad-request' || areOptions(held, values)) throw error;
    throw new Refusal('SITE_REFUSED', saidBy(error), 'Reload the page to see the current options.');
  }
}

/** The field as the site has it. @throws Refusal NOT_FOUND where it is not there as it was seen; SiteError */
async function readField(csm: CsmClient, holder: DetailHolder, { field, type }: ValueChange): Promise<DetailField> {
  const found = (await readHolder(csm, holder)).find(({ name }) => name === field);
  if (found === undefined) throw gone(`There’s no detail field “${isolated(field)}” that you can view.`);
  if (found.type?.name !== type) throw gone(`“${isolated(field)}” now has a different type.`);
  return found;
}

async function readHolder(csm: CsmClient, holder: DetailHolder): Promise<DetailField[]> {
  try {
    return await readDetails(csm, holder);
  } catch (error) {
    if (!(error instanceof SiteError) || error.kind !== 'not-found') throw error;
    throw gone(`This ${holder.entity} no longer exists.`);
  }
}

const gone = (message: string): Refusal => new Refusal('NOT_FOUND', message, 'Nothing was saved. Reload the page.');

/** Whether a field has the values among its options; a field without options takes any. */
function areOptions({ type }: DetailField, values: readonly string[]): boolean {
  if (type === undefined || !hasOptions(type.name)) return true;
  return values.every((value) => type.options?.includes(value) === true);
}
