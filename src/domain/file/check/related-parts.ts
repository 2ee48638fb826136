import type { ImportPlan } from '../../../contract/imports';
import { type RelatedJob, entitlementCells, organizationPlan } from '../../import/related-plans';
import { kindOf } from '../../kinds';
import type { Related } from '../../kinds/related';
import { acceptedRows } from './accepted-rows';
import type { ByteStore } from './byte-store';
import type { CheckedFile, PassOptions } from './check-file';
import { KeptRows } from './kept-rows';
import type { RelatedRows } from './related-rows';

/** Rows for a job beside that of the file's own rows, packed. */
export interface PackedRows {
  rows: number;
  kept: KeptRows;
}

/**
 * Makes the rows of a job beside that of a checked file, and packs them. Each has the number of a row of the file: that of an
 * organization the number of the row that says the last of what is written.
 * @param isSent says of a row whether its own job sends it; of organizations all count
 */
export async function relatedRows(
  job: RelatedJob,
  checked: CheckedFile,
  store: ByteStore,
  { signal }: Pick<PassOptions, 'signal'>,
  isSent: (row: number) => boolean = () => true,
): Promise<PackedRows> {
  const { plan, related: found } = checked;
  const encode = kindOf(plan.kind).encoder(plan);
  const rowOf = job === 'organizations' ? organizationRows(plan, found) : entitlementRows(plan, isSent);
  const packed = { rows: 0, kept: new KeptRows(store) };
  for await (const [number, cells] of acceptedRows(checked)) {
    signal.throwIfAborted();
    const encoded = encode(cells);
    const made = encoded.operation === null ? null : rowOf(number, cells, encoded.related);
    if (made === null) continue;
    packed.rows += 1;
    if (packed.kept.accept([number, made])) await packed.kept.flush();
  }
  await packed.kept.end();
  return packed;
}

type RowOf = (number: number, cells: readonly string[], related: Related | undefined) => string[] | null;

function entitlementRows(plan: ImportPlan, isSent: (row: number) => boolean): RowOf {
  const cellsOf = entitlementCells(plan);
  return (number, cells, related) => (related === undefined || !isSent(number) ? null : cellsOf(cells, related));
}

/** One row an organization, made once the last row has come that says something of it first. */
function organizationRows({ columns, ...plan }: ImportPlan, found: RelatedRows): RowOf {
  const { plan: its, from } = organizationPlan({ columns, ...plan });
  const open = new Map<string, string[]>();
  return (number, cells, related) => {
    const organization = related?.organization ?? null;
    if (organization === null) return null;
    const { id } = organization;
    const counts = new Set(found.fields.filter((field) => found.rowOf(id, field) === number));
    if (counts.size === 0) return null;
    const row = open.get(id) ?? from.map((at) => (at === null ? id : (cells[at] ?? '')));
    for (const [index, { target }] of its.columns.entries()) {
      if (target.to !== 'detail' || target.field === undefined) continue;
      const at = from[index] ?? null;
      if (counts.has(target.field)) row[index] = at === null ? '' : (cells[at] ?? '');
      else if (!open.has(id)) row[index] = '';
    }
    const isWhole = found.fields.every((field) => found.rowOf(id, field) <= number);
    if (isWhole) open.delete(id);
    else open.set(id, row);
    return isWhole ? row : null;
  };
}
