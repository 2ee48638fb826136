import type { Invocation, LogLevel } from './invocation';
import { LOG_LINES_PER_MINUTE, MINUTE_MS } from './limits';

export interface LogLine {
  at: number;
  invocationId: string;
  functionKey: string;
  level: LogLevel;
  text: string;
}

/** Lines kept for the control panel. */
const KEPT_LINES = 2_000;

/** The log of the app. Lines over Forge's limit are dropped there; here one line says that they would be. */
export class Logs {
  readonly lines: LogLine[] = [];
  private readonly written = new WeakMap<Invocation, { first: number; lines: number }>();

  write(invocation: Invocation, at: number, level: LogLevel, text: string): void {
    const count = this.written.get(invocation) ?? { first: at, lines: 0 };
    this.written.set(invocation, count);
    count.lines += 1;
    const allowed = LOG_LINES_PER_MINUTE * (Math.floor((at - count.first) / MINUTE_MS) + 1);
    if (count.lines > allowed + 1) return;
    const over = count.lines === allowed + 1;
    this.lines.push({
      at,
      invocationId: invocation.id,
      functionKey: invocation.function.key,
      level: over ? 'warn' : level,
      text: over ? `More than ${LOG_LINES_PER_MINUTE} log lines a minute: Forge drops the rest.` : text,
    });
    if (this.lines.length > KEPT_LINES) this.lines.splice(0, this.lines.length - KEPT_LINES);
  }
}
