import { ROWS_PER_PART } from '../contract/imports';
import type { FieldDefinition } from '../contract/fields';
import type { RuleChange } from '../contract/rules';
import { acceptedJson, encodePart } from '../domain/import/part';
import { distinctName } from '../domain/jobs/name';
import type { Found } from '../domain/rules/found';
import type { Rule } from '../domain/rules/rule';
import { createJob, uploadPiece } from '../jobs/intake/upload';
import { listNames } from '../jobs/view/read';
import type { Clock } from '../platform/clock';
import { packedStore } from '../platform/packed-file';
import { planOf, rowsOf } from './plan';

/** What a job of a rule is called behind its name. */
const verbs: Record<RuleChange, string> = { grant: 'grant', change: 'change values', revoke: 'revoke' };

/** Makes the job of one change for these customers, which waits to be started. Answers with its id. @throws JobRefusal */
export async function makeJob(
  rule: Rule,
  change: RuleChange,
  customers: readonly Found[],
  { granted, fields }: { granted: ReadonlyMap<string, string>; fields: readonly FieldDefinition[] },
  clock: Clock,
): Promise<string> {
  const rows = rowsOf(rule, change, customers, granted);
  const counts = { total: rows.length, leftOut: 0, accepted: rows.length };
  const name = distinctName(`${rule.name}: ${verbs[change]}`, 'new', await listNames());
  const request = { name, plan: planOf(rule, change, fields), delimiter: ',' as const, rows: counts };
  const jobId = await createJob(request, rule.owner, clock, { ruleId: rule.id });
  for (let part = 0; part * ROWS_PER_PART < rows.length; part += 1) {
    const some = rows.slice(part * ROWS_PER_PART, (part + 1) * ROWS_PER_PART);
    const pieces = await encodePart(acceptedJson(some), packedStore.gzip);
    for (const [piece, data] of pieces.entries())
      await uploadPiece({ jobId, list: 'accepted', part, piece, pieces: pieces.length, data });
  }
  return jobId;
}
