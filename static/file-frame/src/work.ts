import * as v from 'valibot';
import { openFile } from '../../../src/domain/file/read/open-file';
import type { OpenedFile } from '../../../src/domain/file/read/opened-file';
import { RefusedFile } from '../../../src/domain/file/read/refused';
import { cellsToCorrect } from '../../../src/domain/file/check/cells-to-correct';
import { checkFile, type CheckedFile, type PassOptions } from '../../../src/domain/file/check/check-file';
import type { ComparedBy, ImportSetup } from '../../../src/contract/file-frame';
import { compareFile } from '../../../src/domain/compare/compare-file';
import { compareKnown } from '../../../src/domain/compare/compare-known';
import type { ComparedFile } from '../../../src/domain/compare/found-rows';
import type { AskRecords } from '../../../src/domain/compare/known-records';
import type { ShownEntity, ShownRequest } from '../../../src/contract/imports';
import { blobStore } from '../../../src/domain/file/check/byte-store';
import { gunzip } from '../../../src/domain/file/check/gzip';
import { listProblems } from '../../../src/domain/file/check/list-problems';
import { answers, toWorkerSchema, type FromWorker, type ToWorker } from './messages';
import { packJobs } from '../../../src/domain/file/check/pack-jobs';

const numberedSchema = v.object({ run: v.number(), message: toWorkerSchema });

/** What a person can follow; more would keep the page busy with drawing it. */
const PROGRESS_EVERY_MS = 100;

/** The worker's part of the file frame: it holds the file, reads, checks, compares and packs it. */
export class Work {
  #opened: OpenedFile | null = null;
  #checked: CheckedFile | null = null;
  /** What the last comparison has found, and of which check. */
  #compared: { of: CheckedFile; found: ComparedFile } | null = null;
  #running = new AbortController();
  /** The number of what is under way, by which the frame tells what is said of it. */
  #runNumber = 0;
  /** What was begun last, and has ended or will. */
  #lastRun: Promise<void> = Promise.resolve();
  #answer: ((message: ToWorker) => void) | null = null;
  // Questions wait for each other, as two parts can be ready at once and answers carry no number.
  #lastQuestion: Promise<unknown> = Promise.resolve();

  /** `post`: hands a message to the frame, with the number of the run that it belongs to. */
  constructor(private readonly post: (numbered: { run: number; message: FromWorker }) => void) {}

  /** Hears a message of the frame, as it arrives. @throws ValiError where it is none */
  heard(data: unknown): void {
    const { run, message } = v.parse(numberedSchema, data);
    if (answers.has(message.type)) {
      this.#answer?.(message);
      return;
    }
    if (message.type === 'list-cells') {
      this.#lastRun = this.#lastRun.then(() => this.#runToEnd(message));
      return;
    }
    this.#running.abort();
    this.#running = new AbortController();
    this.#runNumber = run;
    this.#lastRun = this.#runToEnd(message);
  }

  /** Runs to its end; what goes wrong is told, unless something else has been begun meanwhile. */
  async #runToEnd(message: ToWorker): Promise<void> {
    const { signal } = this.#running;
    await this.#run(message).catch((error: unknown) => {
      if (!signal.aborted) this.#say(explain(error));
    });
  }

  async #run(message: ToWorker): Promise<void> {
    const { signal } = this.#running;
    switch (message.type) {
      case 'open': {
        [this.#opened, this.#checked] = [null, null];
        const file = await openFile(message.file, message.name, message.reading);
        // Another file may have been chosen meanwhile.
        signal.throwIfAborted();
        this.#opened = file;
        this.#say({ type: 'opened', file: file.facts });
        return;
      }
      case 'check':
        return this.#check(message.setup);
      case 'remedy': {
        // The last check stays until this one is there: the next remedy may come before.
        const again = await this.#needChecked().again(message.setup, this.#pass());
        signal.throwIfAborted();
        this.#tellChecked(again);
        return;
      }
      case 'list-cells': {
        const rows = await cellsToCorrect(this.#needChecked(), message.group);
        this.#say({ type: 'cells', group: message.group, rows });
        return;
      }
      case 'compare':
        return this.#compare(this.#needChecked(), message.by);
      case 'pack':
        return this.#pack(this.#needChecked(), message.onlyChanges);
      case 'list-problems':
        this.#say({ type: 'problems', ...(await listProblems(this.#needChecked(), signal)) });
        return;
      case 'stop':
      case 'found':
      case 'shown':
      case 'records':
      case 'uploaded':
        return;
    }
  }

  async #check(setup: ImportSetup): Promise<void> {
    const { signal } = this.#running;
    if (!this.#opened) throw new RefusedFile('No file is chosen. Choose one first.');
    this.#checked = null;
    const found = await checkFile(
      this.#opened,
      setup,
      async (entity, names) => {
        const answered = await this.#ask({ type: 'find', entity, names });
        return answered.type === 'found' ? answered.matches : [];
      },
      this.#pass(),
      { show: (requests) => this.#showRows(requests) },
    );
    // It may have been stopped after its last row, and begun anew with another setup.
    signal.throwIfAborted();
    this.#tellChecked(found);
  }

  #tellChecked(checked: CheckedFile): void {
    this.#checked = checked;
    this.#say({ type: 'checked', summary: checked.summary, plan: checked.plan });
  }

  async #compare(of: CheckedFile, by: ComparedBy): Promise<void> {
    const { signal } = this.#running;
    const show = (requests: readonly ShownRequest[]) => this.#showRows(requests);
    const ways = { ask: this.#askRecords, gunzip, show: by === 'directory-first' ? show : undefined };
    const found =
      by === 'site' ? await compareFile(of, show, this.#pass()) : await compareKnown(of, ways, this.#pass());
    signal.throwIfAborted();
    this.#compared = { of, found };
    this.#say({ type: 'compared', comparison: found.comparison });
  }

  async #pack(file: CheckedFile, onlyChanges: boolean): Promise<void> {
    await packJobs(
      file,
      blobStore,
      async (begun) => void (await this.#ask({ type: 'begin', ...begun })),
      async (part) => void (await this.#ask({ type: 'part', ...part })),
      this.#pass(),
      onlyChanges ? this.#comparedOf(file) : undefined,
    );
    this.#say({ type: 'packed' });
  }

  async #showRows(requests: readonly ShownRequest[]): Promise<(readonly ShownEntity[])[]> {
    const found = await this.#ask({ type: 'show', requests: [...requests] });
    return found.type === 'shown' ? found.entities : [];
  }

  readonly #askRecords: AskRecords = async (request) => {
    const answered = await this.#ask({ type: 'ask-records', request });
    if (answered.type !== 'records') throw new Error('The directory wasn’t read.');
    return answered.page;
  };

  /** What is not sent, by the comparison of this very check. */
  #comparedOf(file: CheckedFile): ComparedFile {
    if (this.#compared?.of !== file)
      throw new Error('The rows haven’t been compared with your site. Compare them first.');
    return this.#compared.found;
  }

  #needChecked(): CheckedFile {
    if (!this.#checked) throw new Error('The file hasn’t been checked. Check it first.');
    return this.#checked;
  }

  #pass(): PassOptions {
    let told = -Infinity;
    const run = this.#runNumber;
    const progress: PassOptions['progress'] = ({ rows, fraction }) => {
      const now = performance.now();
      if (now - told < PROGRESS_EVERY_MS && fraction < 1) return;
      told = now;
      this.#say({ type: 'progress', rows, fraction }, run);
    };
    return { signal: this.#running.signal, progress };
  }

  #ask(question: FromWorker): Promise<ToWorker> {
    const { signal } = this.#running;
    const asked = this.#lastQuestion.then(
      () =>
        new Promise<ToWorker>((resolve, reject) => {
          signal.throwIfAborted();
          signal.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError')), { once: true });
          this.#answer = resolve;
          this.#say(question);
        }),
    );
    this.#lastQuestion = asked.catch(() => undefined);
    return asked;
  }

  #say(message: FromWorker, run = this.#runNumber): void {
    this.post({ run, message });
  }
}

function explain(error: unknown): FromWorker {
  if (error instanceof RefusedFile) return { type: 'refused', message: error.message };
  if (error instanceof DOMException && error.name === 'NotReadableError') {
    return { type: 'refused', message: 'The file has changed or moved since you chose it. Choose it again.' };
  }
  return { type: 'failed', message: error instanceof Error ? error.message : String(error) };
}
