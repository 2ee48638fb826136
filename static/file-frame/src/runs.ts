import * as v from 'valibot';
import { type FromWorker, type ToWorker, answers, fromWorkerSchema } from './messages';

/** What answers a question of the worker, or asks for something beside what is under way. */
const within: ReadonlySet<ToWorker['type']> = new Set([...answers, 'list-cells']);

/** A message to the worker, with the number of the run that it begins or belongs to. */
export interface Numbered {
  run: number;
  message: ToWorker;
}

const answerSchema = v.object({ run: v.number(), message: fromWorkerSchema });

/**
 * The line to the worker. Each thing that it is told to do breaks off what it does, and is a run of its own: what it said of
 * an earlier one may still be on its way, and nobody hears that.
 */
export class Runs {
  #run = 0;

  constructor(
    private readonly post: (numbered: Numbered) => void,
    private readonly hear: (message: FromWorker) => void,
  ) {}

  work(message: ToWorker): void {
    if (!within.has(message.type)) this.#run += 1;
    this.post({ run: this.#run, message });
  }

  heard(data: unknown): void {
    const { run, message } = v.parse(answerSchema, data);
    // The page waits for the cells that it has asked for, whatever was begun since.
    if (run === this.#run || message.type === 'cells') this.hear(message);
  }
}
