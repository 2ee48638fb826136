import type { ImportPlan } from '../../../contract/imports';
import type { JobHead } from '../../../domain/jobs/head';
import type { NamedValues } from '../../../domain/kinds/cells/readers';
import { type EntitlementOperation, entitlements } from '../../../domain/kinds/entitlements';
import { undoneEntitlementRows } from '../../../domain/undo/entitlement-plans';
import { type HeldEntitlement, undoEntitlement } from '../../../domain/undo/undo-entitlement';
import { fieldsOfColumns } from '../../../domain/undo/undo-plan';
import { inParallel } from '../../../platform/in-parallel';
import { encodeRows } from '../../kinds/encode';
import { showEntitlements } from '../../kinds/on-site/entitlements';
import { CALLS_AT_ONCE } from '../../kinds/perform';
import type { SiteApi } from '../../kinds/site-api';
import { type DoneRow, doneRowsOf } from './done-rows';
import { type Looking, type UndoBatch, nothingUndone, unwritable } from './undone';

type Done = DoneRow<EntitlementOperation>;
type Fields = Looking['fields'];

/** Undoes jobs of entitlements, by what the site shows of their holders. */
export function undoEntitlements(head: JobHead, plan: ImportPlan, { site, fields }: Looking): UndoBatch {
  const types = new Map(
    (head.operation === 'REVOKE' ? fields : asTheyWere(plan, fields)).map((one) => [one.name, one.type]),
  );
  const toRows = undoneEntitlementRows(plan, fields);
  const doneRows = doneRowsOf(head, plan, (...batch) => encodeRows(entitlements, ...batch).operations);
  return async (batch) => {
    const undone = nothingUndone();
    const rows = await doneRows(batch);
    const shown = await showAll(site, rows);
    const written = writtenBy(rows);
    for (const row of rows) {
      const { number, what: operation, before } = row;
      const now = shown.get(keyOf(operation)) ?? null;
      const its = undoEntitlement({ ...row, operation, written: written.get(ownKeyOf(row)) ?? [], now }, types);
      const made = toRows(number, operation, its);
      undone.back.push(...made.back);
      undone.grant.push(...made.grant);
      undone.revoke.push(...made.revoke);
      const reasons = [...its.left, ...made.unwritable.map(unwritable)];
      const id = (typeof before === 'object' ? before?.id : undefined) ?? row.told.id ?? operation.holder.id;
      if (reasons.length > 0) undone.left.push([number, [id], reasons]);
    }
    return undone;
  };
}

/** Two rows can be about the same: the site is asked once. */
const keyOf = ({ holder, productId }: EntitlementOperation): string => JSON.stringify([holder, productId]);

/** The entitlements of each holder to each product that rows are about: a call for each. @throws SiteError */
async function showAll(site: SiteApi, rows: readonly Done[]): Promise<Map<string, HeldEntitlement[] | null>> {
  const wanted = new Map(rows.map(({ what }) => [keyOf(what), what]));
  const shown = new Map<string, HeldEntitlement[] | null>();
  await inParallel(CALLS_AT_ONCE, [...wanted], async ([key, operation]) => {
    shown.set(key, await showEntitlements(site, operation));
  });
  return shown;
}

/** The entitlement itself: a holder can have several to a product. */
const ownKeyOf = ({ what, before, told }: Done): string =>
  JSON.stringify([keyOf(what), told.id ?? (typeof before === 'object' ? before?.id : undefined)]);

/** What rows have written to each entitlement. */
function writtenBy(rows: readonly Done[]): Map<string, NamedValues[]> {
  const written = new Map<string, NamedValues[]>();
  for (const row of rows) {
    const key = ownKeyOf(row);
    written.set(key, [...(written.get(key) ?? []), ...row.what.details]);
  }
  return written;
}

/** The fields of a plan that the site has with the type that they had. */
const asTheyWere = (plan: ImportPlan, fields: Fields): Fields =>
  fieldsOfColumns(plan).filter(({ name, type }) => fields.some((one) => one.name === name && one.type === type));
