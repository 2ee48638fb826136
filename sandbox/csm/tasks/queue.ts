import { happens, type Faults } from '../faults';
import type { Journal } from '../journal';
import type { SiteSettings } from '../settings';
import type { Task } from './task';

interface Environment {
  readonly settings: SiteSettings;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly random: () => number;
}

/**
 * The tasks of a site. Nothing runs by itself: `settle` brings them to the given time, event by event in the order of
 * time, and is called before every request, so that the site always looks as if they had run all along.
 *
 *   NOT_STARTED → IN_PROGRESS → FINISHED | FAILED | CANCELLED; FAILED also when timed out.
 */
export class TaskQueue {
  private readonly tasks = new Map<string, Task>();
  private readonly open = new Set<Task>();

  constructor(private readonly environment: Environment) {}

  /** Tasks that are not finished. */
  unfinished(): readonly Task[] {
    return [...this.open];
  }

  add(task: Task): void {
    this.tasks.set(task.id, task);
    this.open.add(task);
    this.start(task.createdAt);
  }

  /** Undefined once its results have expired, or when the site has lost it. */
  get(id: string, now: number): Task | undefined {
    const task = this.tasks.get(id);
    if (task === undefined || task.vanished) return undefined;
    const expired = !this.open.has(task) && task.updatedAt + this.environment.settings.taskResultLifetimeMs <= now;
    return expired ? undefined : task;
  }

  settle(now: number): void {
    for (;;) {
      const task = this.earliest();
      if (task === undefined || this.dueAt(task) > now) return;
      const at = this.dueAt(task);
      if (at >= this.timeoutAt(task)) this.end(task, 'FAILED', at);
      else this.advance(task, at);
      this.start(at);
    }
  }

  private timeoutAt(task: Task): number {
    return task.createdAt + this.environment.settings.taskTimeoutMs;
  }

  private dueAt(task: Task): number {
    return Math.min(task.nextAt ?? Infinity, this.timeoutAt(task));
  }

  private earliest(): Task | undefined {
    let first: Task | undefined;
    for (const task of this.open) if (first === undefined || this.dueAt(task) < this.dueAt(first)) first = task;
    return first;
  }

  /** Fills the free places, in no particular order: the API does not run tasks in the order they came. */
  private start(at: number): void {
    const { settings, random } = this.environment;
    for (;;) {
      const waiting = [...this.open].filter((task) => task.nextAt === null);
      if (waiting.length === 0 || this.open.size - waiting.length >= settings.parallelTasks) return;
      const task = waiting.length === 1 ? waiting[0] : waiting[Math.floor(random() * waiting.length)];
      if (task === undefined) return;
      task.nextAt = Math.max(at, task.createdAt + settings.taskStartDelayMs) + settings.taskMsPerRow;
    }
  }

  private advance(task: Task, at: number): void {
    task.status = 'IN_PROGRESS';
    task.updatedAt = at;
    if (task.done < task.fate.rows) {
      this.applyRow(task, at);
      task.done += 1;
    }
    if (task.done < task.fate.rows) {
      task.nextAt = at + this.environment.settings.taskMsPerRow;
      return;
    }
    const { end } = task.fate;
    task.vanished = end === 'VANISHED';
    this.end(task, end === 'VANISHED' ? 'FAILED' : end, at);
  }

  private applyRow(task: Task, at: number): void {
    const row = task.rows[task.done];
    if (row === undefined) return;
    const { faults, journal, random } = this.environment;
    const failures = happens(faults.rowFailRate, random) ? [row.fail('Internal error')] : row.apply();
    task.failures.push(...failures);
    journal.record({
      at,
      operationId: task.operationId,
      entity: row.subject,
      taskId: task.id,
      idempotencyKey: task.idempotencyKey,
      row: task.done,
      outcome: failures.length === 0 ? 'applied' : row.isWhole(failures) ? 'refused' : 'partly',
    });
  }

  private end(task: Task, status: Task['status'], at: number): void {
    task.status = status;
    task.updatedAt = at;
    task.rows = [];
    if (status === 'FAILED') task.failures = [];
    this.open.delete(task);
  }
}
