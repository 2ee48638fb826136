import { createHash } from 'node:crypto';
import type { Call, Emulation } from '../call';
import { happens } from '../faults';
import type { OperationId } from '../operation';
import { badRequest, Refusal } from '../refusal';
import { CSM_ROOT } from '../router';
import type { KeyUse } from './keys';
import type { Fate, Task, TaskRow, TaskType } from './task';

const BULK_KEY_HEADER = 'idempotency-key';

/**
 * Takes a bulk request as a task, or answers it as before where its key is known. A request over the limit of unfinished
 * tasks leaves no trace under its key, so that it can be sent again.
 * @param rowsOf reads the request into rows; what it refuses is refused again under the same key.
 * @throws Refusal 400 for a bad request, a key that came with another request, or too many unfinished tasks.
 */
export function submitTask<Id extends OperationId>(
  call: Call<Id>,
  type: TaskType,
  rowsOf: () => readonly TaskRow[],
): object {
  const { site } = call;
  const key = call.headers[BULK_KEY_HEADER] ?? '';
  const digest = createHash('sha256').update(call.text).digest('base64');
  const use = site.keys.get(key);
  if (use !== undefined && site.now() - use.at < site.settings.idempotencyKeyLifetimeMs) {
    return answerAgain(use, call.id, digest);
  }
  const remember = (outcome: KeyUse['outcome']): void => {
    site.keys.set(key, { operationId: call.id, digest, at: site.now(), outcome });
  };
  let rows: readonly TaskRow[];
  try {
    rows = rowsOf();
  } catch (error) {
    if (error instanceof Refusal) remember({ refusal: error });
    throw error;
  }
  if (site.tasks.unfinished().length + site.settings.foreignTasks >= site.settings.taskSlots) {
    throw badRequest('Maximum number of tasks reached');
  }
  const task = createTask(site, { type, rows, key, operationId: call.id });
  if (use !== undefined && 'taskId' in use.outcome && use.digest === digest) {
    const taskIds = [use.outcome.taskId, task.id];
    site.journal.violate({ kind: 'key-applied-twice', at: site.now(), subject: key, taskIds });
  }
  noteCollisions(site, task);
  remember({ taskId: task.id });
  site.tasks.add(task);
  return submitted(task.id);
}

const submitted = (taskId: string): object => ({
  id: taskId,
  statusUrl: `https://sandbox.example${CSM_ROOT}/api/v1/tasks/${taskId}`,
});

function answerAgain(use: KeyUse, operationId: OperationId, digest: string): object {
  if (use.operationId !== operationId || use.digest !== digest) {
    throw badRequest('The idempotency key was used with another request.');
  }
  if ('refusal' in use.outcome) throw use.outcome.refusal;
  return submitted(use.outcome.taskId);
}

function createTask(
  site: Emulation,
  from: { type: TaskType; rows: readonly TaskRow[]; key: string; operationId: OperationId },
): Task {
  const fate = drawFate(site, from.rows.length);
  const now = site.now();
  return {
    id: site.state.ids.uuid(),
    type: from.type,
    operationId: from.operationId,
    idempotencyKey: from.key,
    createdAt: now,
    fate,
    size: from.rows.length,
    status: 'NOT_STARTED',
    updatedAt: now,
    rows: from.rows,
    done: 0,
    failures: [],
    nextAt: null,
    vanished: false,
  };
}

function drawFate({ faults, random }: Emulation, size: number): Fate {
  const some = (): number => Math.floor(random() * (size + 1));
  const allOrSome = (): number => (random() < 0.5 ? size : some());
  if (happens(faults.taskVanishRate, random)) return { end: 'VANISHED', rows: random() < 0.5 ? size : 0 };
  if (happens(faults.taskFailRate, random)) return { end: 'FAILED', rows: allOrSome() };
  if (happens(faults.taskCancelRate, random)) return { end: 'CANCELLED', rows: some() };
  return { end: 'FINISHED', rows: size };
}

function noteCollisions(site: Emulation, task: Task): void {
  const at = site.now();
  const own = new Set<string>();
  for (const row of task.rows) {
    const again = row.touches.find((touch) => own.has(touch));
    if (again !== undefined) {
      site.journal.violate({ kind: 'entity-twice-in-task', at, subject: again, taskIds: [task.id] });
    }
    for (const touch of row.touches) own.add(touch);
  }
  for (const other of site.tasks.unfinished()) {
    const shared = other.rows.flatMap((row) => row.touches).filter((touch) => own.has(touch));
    for (const subject of new Set(shared)) {
      site.journal.violate({ kind: 'entity-in-two-tasks', at, subject, taskIds: [other.id, task.id] });
    }
  }
}
