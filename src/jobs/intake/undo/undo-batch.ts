import type { ImportPlan } from '../../../contract/imports';
import type { JobHead } from '../../../domain/jobs/head';
import { ENTITLEMENTS } from '../../../domain/kinds/entitlements';
import { undoEntitlements } from './undo-entitlements';
import { undoRecords } from './undo-records';
import type { Looking, UndoBatch } from './undone';

/** Makes what finds out what undoes the rows of a batch of a job. */
export function undoerOf(head: JobHead, plan: ImportPlan, looking: Looking): UndoBatch {
  switch (head.kind) {
    case ENTITLEMENTS:
      return undoEntitlements(head, plan, looking);
    default:
      return undoRecords(head, plan, looking);
  }
}
