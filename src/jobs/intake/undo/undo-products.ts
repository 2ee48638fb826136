import type { ImportPlan } from '../../../contract/imports';
import type { JobHead } from '../../../domain/jobs/head';
import { type ProductOperation, products } from '../../../domain/kinds/products';
import { undoRename } from '../../../domain/undo/undo-product';
import { inParallel } from '../../../platform/in-parallel';
import { encodeRows } from '../../kinds/encode';
import { showProductName } from '../../kinds/on-site/products';
import { CALLS_AT_ONCE } from '../../kinds/perform';
import { doneRowsOf } from './done-rows';
import { type Looking, type UndoBatch, nothingUndone } from './undone';

type Rename = Extract<ProductOperation, { type: 'UPDATE' }>;

/** Undoes jobs that rename products, by what the site calls each of them. */
export function undoProducts(head: JobHead, plan: ImportPlan, { site }: Looking): UndoBatch {
  const doneRows = doneRowsOf(head, plan, (...batch) => encodeRows(products, ...batch).operations.map(renameOf));
  return async (batch) => {
    const undone = nothingUndone();
    const rows = await doneRows(batch);
    const given = new Map<string, Set<string>>();
    for (const { what } of rows) given.set(what.id, (given.get(what.id) ?? new Set()).add(what.name));
    const names = new Map<string, string | null>();
    await inParallel(CALLS_AT_ONCE, [...given.keys()], async (id) => {
      names.set(id, await showProductName(site, id));
    });
    for (const { number, what, before } of rows) {
      const { id } = what;
      const its = undoRename({ id, given: given.get(id) ?? new Set(), before, now: names.get(id) ?? null });
      if ('left' in its) undone.left.push([number, [id], [its.left]]);
      else if (its.cells !== null) undone.back.push([number, its.cells]);
    }
    return undone;
  };
}

const renameOf = (operation: ProductOperation): Rename | undefined =>
  operation.type === 'UPDATE' ? operation : undefined;
