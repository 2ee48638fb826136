import { sameValues } from '../domain/fields/same-values';
import { isolated } from '../domain/isolated';
import { Refusal } from './refusal';

/** What a person is about to change has changed since they saw it, by whomever; `present` is what is there now. */
export class Changed extends Refusal {
  constructor(
    what: string,
    readonly present: readonly string[],
  ) {
    const now = present.length === 0 ? 'is empty now' : `is ${present.map(isolated).join(', ')} now`;
    super(
      'CONFLICT',
      `This has changed since you opened it: ${isolated(what)} ${now}.`,
      'Keep the current version, or overwrite it with yours.',
    );
  }
}

/**
 * Keeps one administrator from writing over another's change in silence. A change between this look and the write that
 * follows it is not seen: the API has no conditional write.
 * @throws Changed if `present` is not what the page showed.
 */
export function refuseIfChanged(what: string, seen: readonly string[], present: readonly string[]): void {
  if (!sameValues(seen, present)) throw new Changed(what, present);
}
