import type { ImportPlan } from '../../contract/imports';
import { findKind, operationOf } from '../kinds';
import { routeOf } from '../kinds/batch-size';
import { checkSetup } from './check-setup';
import { MAX_COLUMNS } from './limits';

/**
 * Why a plan cannot be carried out, as one sentence, or null: the check that the frame makes before a file is read, made
 * once more where the plan arrives, as a plan is what somebody's browser says.
 */
export function planProblem(plan: ImportPlan): string | null {
  const kind = findKind(plan.kind);
  if (kind === undefined) return `There is no kind of import "${plan.kind}".`;
  if (operationOf(kind, plan.operation) === undefined)
    return `Imports of ${kind.words.many} have no operation "${plan.operation}".`;
  if (plan.route !== undefined && routeOf(kind, plan) !== plan.route)
    return `Imports of ${kind.words.many} can’t go this way.`;
  if (plan.columns.length === 0) return 'The plan has no columns.';
  if (plan.columns.length > MAX_COLUMNS) return `The plan has more than ${MAX_COLUMNS} columns.`;
  const [problem] = checkSetup(plan);
  if (problem === undefined) return null;
  return problem.column === null ? problem.message : `${problem.column}: ${problem.message}`;
}
