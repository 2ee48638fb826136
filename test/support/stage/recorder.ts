import type { BrowserContext } from 'playwright-core';
import { PageRecord } from './page-record';
import { keepResults } from './results';
import { type TestListener, testListeners } from './test-events';

/** Writes down what the pages of a context show, for the tests that fail while it is open. */
export class Recorder implements TestListener {
  private readonly records: PageRecord[] = [];

  private constructor(private readonly context: BrowserContext) {
    context.on('page', (page) => this.records.push(new PageRecord(page)));
  }

  /**
   * The trace tells what was done and asked. With TRACE_SNAPSHOTS in the environment it also shows the page at each step,
   * which takes a third more of the browser's time.
   */
  static async start(context: BrowserContext): Promise<Recorder> {
    const recorder = new Recorder(context);
    await context.tracing.start({ snapshots: process.env['TRACE_SNAPSHOTS'] !== undefined });
    testListeners().add(recorder);
    return recorder;
  }

  /** A trace tells of one test: that of the one before has passed, and is dropped. */
  async begins(): Promise<void> {
    await this.context.tracing.stopChunk();
    await this.context.tracing.startChunk();
  }

  async fails(title: string): Promise<void> {
    console.error(await this.keep(title));
  }

  /** Keeps what there is in test-results/. @returns where, in a sentence */
  async keep(title: string): Promise<string> {
    const folder = await keepResults(title, this.context, this.records);
    await this.context.tracing.startChunk();
    return `What the pages showed is in ${folder}.`;
  }

  /** The pages are about to be closed. */
  stop(): void {
    testListeners().delete(this);
  }

  /** What the pages reported and `expected` does not match. */
  faults(expected?: RegExp): string[] {
    return this.records.flatMap((record) => record.faults()).filter((text) => expected?.test(text) !== true);
  }

  unanswered(): string[] {
    return this.records.flatMap((record) => record.unanswered());
  }
}
