import type { DetailHolder } from '../../contract/details';
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

export interface DetailChange {
  /** The name of the field. */
  field: string;
  /** None clear it. */
  values: string[];
  /** What the page showed. */
  seen: string[];
}

/**
 * Replaces the values of one field, unless it holds something else than was seen, or holds them already.
 * @returns what the field holds then
 * @throws Refusal NOT_FOUND for a field that the caller does not see, SITE_REFUSED for what is no option of it any more,
 * Changed where it holds something else; SiteError
 */
export async function setDetail(
  csm: CsmClient,
  holder: DetailHolder,
  { field, values, seen }: DetailChange,
): Promise<string[]> {
  const held = (await readDetails(csm, holder)).find(({ name }) => name === field);
  if (held === undefined) {
    throw new Refusal(
      'NOT_FOUND',
      `There is no detail field “${isolated(field)}” that you may see.`,
      'Reload the page.',
    );
  }
  const present = held.values ?? [];
  // Written before, by whomever: the answer to this very change may have been lost.
  if (sameValues(present, values)) return present;
  refuseIfChanged(field, seen, present);
  try {
    return (await writeDetail(csm, holder, field, values)).values ?? values;
  } catch (error) {
    const isRefused = error instanceof SiteError && error.kind === 'bad-request';
    if (!isRefused || areOptions(held, values)) throw error;
    throw new Refusal('SITE_REFUSED', saidBy(error), 'Reload the page to see the options as they are now.');
  }
}

/** Whether a field has the values among its options; a field without options takes any. */
function areOptions({ type }: DetailField, values: readonly string[]): boolean {
  if (type === undefined || !hasOptions(type.name)) return true;
  return values.every((value) => type.options?.includes(value) === true);
}
