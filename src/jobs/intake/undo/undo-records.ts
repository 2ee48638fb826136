import type { FieldDefinition } from '../../../contract/fields';
import type { ImportPlan } from '../../../contract/imports';
import type { JobHead } from '../../../domain/jobs/head';
import { kindOf } from '../../../domain/kinds';
import type { Written } from '../../../domain/kinds/written';
import { backRows, fieldsWritten, removalPlanOf, undoPlanOf } from '../../../domain/undo/undo-plan';
import { type UndoFacts, undoRow } from '../../../domain/undo/undo-row';
import { heldText } from '../../../domain/kinds/if-unchanged';
import { jobKindOf } from '../../kinds';
import { showEntities } from '../../kinds/on-site/shown';
import { versionOf } from '../../kinds/on-site/version-of';
import { doneRowsOf } from './done-rows';
import { type Looking, type UndoBatch, nothingUndone, unwritable } from './undone';

/** Undoes jobs about customers and organizations, by what a fetch of their profiles shows. */
export function undoRecords(head: JobHead, plan: ImportPlan, { site, fields }: Looking): UndoBatch {
  const kind = kindOf(head.kind);
  const toRow = backRows(undoPlanOf(plan));
  const facts: UndoFacts = { one: kind.words.one, types: typesOf(plan, fields) };
  const mayCreate = head.operation !== 'UPDATE' && removalPlanOf(plan) !== null;
  const doneRows = doneRowsOf(head, plan, (...batch) =>
    jobKindOf(head.kind)
      .batch(...batch)
      .written(),
  );
  return async (batch) => {
    const undone = nothingUndone();
    const rows = await doneRows(batch);
    const shown = await showEntities(
      site,
      kind.entity,
      rows.map(({ what, before, told }) => {
        // By the ID, where that is known.
        const id = (typeof before === 'object' ? before?.id : undefined) ?? told.id;
        return id === undefined ? what.named : { id };
      }),
    );
    rows.forEach(({ number, what: written, outcome, ...row }, at) => {
      const found = shown[at] ?? null;
      const seen = found === 'unknown' ? { now: null, before: found } : { now: found, before: row.before };
      const { back, remove, joins, left } = undoRow({ written, outcome, ...seen, mayCreate }, facts);
      const made = back === null ? null : toRow(number, back);
      const reasons = [...left, ...(made?.unwritable ?? []).map(unwritable)];
      if (made?.row) undone.back.push(made.row);
      if (remove !== null && seen.now !== null) undone.remove.push([number, [remove, versionOf(seen.now)]]);
      for (const id of joins?.leave ?? []) undone.leave.push([number, [joins?.of ?? '', id]]);
      for (const { productId, entitlementId } of joins?.revoke ?? [])
        undone.revoke.push([number, [joins?.of ?? '', productId, entitlementId, heldText([])]]);
      if (reasons.length > 0) undone.left.push([number, [seen.now?.id ?? nameOf(written)], reasons]);
    });
    return undone;
  };
}

/** The types of the fields of a plan that the site has as they were. */
function typesOf(plan: ImportPlan, fields: readonly FieldDefinition[]): UndoFacts['types'] {
  const now = new Map(fields.map(({ name, type }) => [name, type]));
  return new Map(
    fieldsWritten(plan).flatMap(({ name, type }) => (now.get(name) === type ? [[name, type] as const] : [])),
  );
}

const nameOf = ({ named }: Written): string => named.id ?? named.email ?? named.name ?? '';
