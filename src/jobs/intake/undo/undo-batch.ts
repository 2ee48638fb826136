import type { ImportPlan } from '../../../contract/imports';
import type { JobHead } from '../../../domain/jobs/head';
import { ENTITLEMENTS } from '../../../domain/kinds/entitlements';
import { PRODUCTS } from '../../../domain/kinds/products';
import { undoEntitlements } from './undo-entitlements';
import { undoProducts } from './undo-products';
import { undoRecords } from './undo-records';
import type { Looking, UndoBatch } from './undone';

/** Makes what finds out what undoes the rows of a batch of a job. */
export function undoerOf(head: JobHead, plan: ImportPlan, looking: Looking): UndoBatch {
  switch (head.kind) {
    case ENTITLEMENTS:
      return undoEntitlements(head, plan, looking);
    case PRODUCTS:
      return undoProducts(head, plan, looking);
    default:
      return undoRecords(head, plan, looking);
  }
}
