import type { FieldDefinition } from '../../../contract/fields';
import type { LeftOutRow, StoredRow } from '../../../contract/imports';
import type { UndoList } from '../../../contract/jobs';
import { allLeft, grantsOnce, once, oncePerRecord } from '../../../domain/undo/once';
import type { Clock } from '../../../platform/clock';
import type { SiteApi } from '../../kinds/site-api';

/** Whoever looks, until when, and the fields that the site has by now. */
export interface Looking {
  site: SiteApi;
  fields: readonly FieldDefinition[];
  clock: Clock;
  deadline: number;
}

/** What undoing rows comes to. */
export interface Undone extends Record<UndoList, StoredRow[]> {
  left: LeftOutRow[];
}

/** Finds out what undoes the rows of a batch of a job. */
export type UndoBatch = (batch: number) => Promise<Undone>;

export const nothingUndone = (): Undone => ({ back: [], grant: [], leave: [], revoke: [], remove: [], left: [] });

export function joined(a: Undone, b: Undone): Undone {
  const { grant, left } = grantsOnce()([...a.grant, ...b.grant]);
  return {
    back: oncePerRecord([...a.back, ...b.back]),
    grant,
    leave: once([...a.leave, ...b.leave]),
    revoke: once([...a.revoke, ...b.revoke]),
    remove: once([...a.remove, ...b.remove]),
    left: [...a.left, ...allLeft(b.left, left)],
  };
}

/** Why an earlier value, or name, isn't put back: an import would read it otherwise. */
export const unwritable = (field: string): string =>
  field === 'name'
    ? 'The earlier name can’t be written by an import.'
    : `The earlier value of “${field}” can’t be written by an import.`;
