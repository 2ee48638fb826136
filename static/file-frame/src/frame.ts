import type { CheckSummary, FileFacts, FrameCommand } from '../../../src/contract/file-frame';
import {
  type ImportPlan,
  ROWS_PER_PART,
  type ReadingChoices,
  type ShownRequest,
  type StoredRow,
} from '../../../src/contract/imports';
import { planOfMissing } from '../../../src/domain/import/missing-names';
import { acceptedJson, encodePart } from '../../../src/domain/import/part';
import { type Asked, askFor } from './compare';
import { deliverFile } from './deliver';
import { type DownloadCommand, download, saveTemplate } from './download';
import { listName, save } from './lists';
import { NamesOnSite } from './products';
import { packRetry } from './retry';
import { SentJobs, requestOfJob } from './sent-jobs';
import { callAgain, isAbort, SiteError } from './site';
import { gzip } from '../../../src/domain/file/check/gzip';
import type { FromWorker } from './messages';
import type { CommandOf, Doing, FrameOutlets } from './outlets';

/** The frame's own state between the page, the worker and the site. */
export class Frame {
  #file: FileFacts | null = null;
  /** The file as it was chosen, to be read otherwise. */
  #chosen: { file: Blob; name: string } | null = null;
  #checked: { plan: ImportPlan; summary: CheckSummary } | null = null;
  #asked: Asked | null = null;
  #doing: Doing = { what: 'nothing' };
  #stop = new AbortController();
  #isStarted = false;
  #isSlowed = false;
  #names = new NamesOnSite();

  constructor(private readonly to: FrameOutlets) {}

  /** A file is open, and nothing that was made of it has been started. */
  get holdsFile(): boolean {
    return this.#file !== null && !this.#isStarted;
  }

  open(file: Blob, name: string, reading: ReadingChoices = {}): void {
    this.#begin({ what: 'opening' });
    [this.#file, this.#checked, this.#isStarted] = [null, null, false];
    this.#chosen = { file, name };
    this.to.work({ type: 'open', file, name, reading });
  }

  /** Reads the file that was chosen once more, in the way that a person says. */
  read(reading: ReadingChoices): void {
    if (this.#chosen) this.open(this.#chosen.file, this.#chosen.name, reading);
  }

  reset(): void {
    this.#begin({ what: 'nothing' });
    [this.#file, this.#checked, this.#chosen] = [null, null, null];
    this.to.work({ type: 'stop' });
    this.to.show(null);
  }

  async command(command: FrameCommand): Promise<void> {
    switch (command.type) {
      case 'hello':
        this.to.report({ type: 'ready' });
        if (this.#file) this.to.report({ type: 'file', file: this.#file });
        return;
      case 'reset':
        this.reset();
        return;
      case 'read':
        this.read(command.reading);
        return;
      case 'check':
      case 'remedy':
        this.#check(command);
        return;
      case 'list-cells':
        this.to.work(command);
        return;
      case 'download-problems':
        this.#begin({ what: 'listing' });
        this.to.work({ type: 'list-problems' });
        return;
      case 'compare': {
        // Whom the directory doesn't tell of, it has no ID of.
        const rows = command.by === 'site' ? (this.#checked?.summary.ready ?? 0) : 0;
        this.#asked = askFor(rows, this.#begin({ what: 'comparing' }));
        this.to.work(command);
        return;
      }
      case 'send':
        this.#send(command);
        return;
      case 'create-missing':
        return this.#createMissing(command);
      case 'retry':
        return this.#retry(command);
      case 'deliver':
        return this.#deliver(command);
      case 'stop':
        return this.#stopAll();
      case 'download-template':
        // Touches nothing that is under way: it needs neither a file nor the site.
        saveTemplate(command);
        return;
      case 'download-unsuccessful':
      case 'download-results':
      case 'download-saved':
      case 'download-export':
        return this.#download(command);
    }
  }

  /** Everything that goes wrong on the way ends as one report. */
  async fail(error: unknown): Promise<void> {
    if (this.#stop.signal.aborted || isAbort(error)) return;
    const message = error instanceof Error ? error.message : String(error);
    const advice = error instanceof SiteError ? error.advice : undefined;
    await this.#abandon();
    this.to.report({ type: 'failed', message, ...(advice !== undefined && { advice }), needsFile: false });
  }

  async heard(message: FromWorker): Promise<void> {
    switch (message.type) {
      case 'opened':
        this.#doing = { what: 'nothing' };
        this.#file = message.file;
        this.to.show(message.file);
        this.to.report({ type: 'file', file: message.file });
        return;
      case 'refused':
      case 'failed':
        return this.#refused(message);
      case 'progress': {
        // What a stopped pass said last is still on its way.
        if (this.#doing.what === 'nothing') return;
        const { what } = this.#doing;
        const type = what === 'sending' || what === 'comparing' ? what : 'checking';
        this.to.report({ type, rows: message.rows, fraction: message.fraction });
        return;
      }
      case 'find':
        return this.#find(message.entity, message.names);
      case 'checked':
        if (this.#doing.what !== 'checking') return;
        this.#doing = { what: 'nothing' };
        this.#checked = { plan: message.plan, summary: message.summary };
        this.to.report({ type: 'checked', summary: message.summary });
        return;
      case 'cells':
        this.to.report(message);
        return;
      case 'show':
        return this.#show(message.requests);
      case 'ask-records':
        return this.#records(message);
      case 'compared':
        if (this.#doing.what !== 'comparing') return;
        this.#doing = { what: 'nothing' };
        this.to.report({ type: 'compared', comparison: message.comparison });
        return;
      case 'begin':
        return this.#beginJob(message);
      case 'part':
        return this.#upload(message);
      case 'packed':
        return this.#start();
      case 'problems':
        this.#doing = { what: 'nothing' };
        save(message.list, listName(this.#file?.name ?? 'import', 'problems', message.format));
        this.to.report({ type: 'downloaded', rows: message.rows });
        return;
    }
  }

  #begin(doing: Doing): AbortSignal {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#doing = doing;
    return this.#stop.signal;
  }

  #check({ type, setup }: CommandOf<'check' | 'remedy'>): void {
    const signal = this.#begin({ what: 'checking' });
    // What rows name by ID alone: nothing of the directory spares a search.
    this.#asked = askFor(0, signal);
    this.#checked = null;
    if (type === 'check') this.#names = new NamesOnSite();
    this.to.work({ type, setup });
  }

  async #refused({ type, message }: { type: 'refused' | 'failed'; message: string }): Promise<void> {
    const opening = this.#doing.what === 'opening';
    await this.#abandon();
    if (opening) this.to.show(null, message);
    const isRefused = type === 'refused';
    this.to.report(
      opening && isRefused ? { type: 'refused', message } : { type: 'failed', message, needsFile: isRefused },
    );
  }

  async #find(entity: 'organization' | 'product', names: string[]): Promise<void> {
    const { signal } = this.#stop;
    const matches = await this.#names.find(entity, names, signal);
    if (!signal.aborted) this.to.work({ type: 'found', matches });
  }

  async #show(requests: readonly ShownRequest[]): Promise<void> {
    const entities = await this.#asked?.shown(requests, () => this.#slowed(true));
    this.#slowed(false);
    if (entities !== undefined) this.to.work({ type: 'shown', entities });
  }

  async #records({ request }: Extract<FromWorker, { type: 'ask-records' }>): Promise<void> {
    const page = await this.#asked?.records(request);
    if (page !== undefined) this.to.work({ type: 'records', page });
  }

  #send({ name, route, keepsBefore, onlyChanges }: CommandOf<'send'>): void {
    if (!this.#file || !this.#checked)
      throw new SiteError('CONFLICT', 'The file hasn’t been checked.', 'Check it first.');
    const { delimiter } = this.#file.reading;
    const { plan } = this.#checked;
    const jobs = this.#newJobs();
    const setUp = { name, plan: { ...plan, ...(route && { route }), ...(keepsBefore && { keepsBefore }) }, delimiter };
    this.#doing = { what: 'sending', jobs, setUp };
    this.to.work({ type: 'pack', onlyChanges: onlyChanges === true });
  }

  /** Creates one of the jobs of the file, whose parts come next. */
  async #beginJob({ job, rows }: Extract<FromWorker, { type: 'begin' }>): Promise<void> {
    if (this.#doing.what !== 'sending' || this.#doing.setUp === undefined) return;
    const { jobs, setUp } = this.#doing;
    await jobs.create(job, requestOfJob(job, setUp, rows));
    this.to.work({ type: 'uploaded' });
  }

  #newJobs(): SentJobs {
    const signal = this.#begin({ what: 'nothing' });
    this.#isSlowed = false;
    return new SentJobs(signal, (isWaiting) => this.#slowed(isWaiting));
  }

  /** The file stays: it is checked again when the job has ended. */
  async #createMissing({ entity, name }: CommandOf<'create-missing'>): Promise<void> {
    const found = this.#checked?.summary.missing?.find((list) => list.entity === entity);
    if (found === undefined) throw new SiteError('CONFLICT', 'The file hasn’t been checked.', 'Check it first.');
    const jobs = this.#newJobs();
    const total = found.names.length;
    const names = found.names.map((one, index): StoredRow => [index + 2, [one.name]]);
    const rows = { total, leftOut: 0, accepted: total };
    this.#doing = { what: 'sending', jobs };
    await jobs.create('own', { name, plan: planOfMissing(entity), delimiter: ',', rows });
    await jobs.upload({ list: 'accepted', part: 0, pieces: await encodePart(acceptedJson(names), gzip) });
    const jobId = await this.#startSent();
    if (jobId !== null) this.to.report({ type: 'creating', jobId });
  }

  async #retry({ jobId, name, outcomes, rows: expected }: CommandOf<'retry'>): Promise<void> {
    const jobs = this.#newJobs();
    const { signal } = this.#stop;
    // Reading the rows is one half of the way, sending them the other.
    const tell = (rows: number, half: 0 | 1): void => {
      const fraction = Math.min(1, (half + rows / Math.max(1, expected)) / 2);
      this.to.report({ type: 'sending', rows, fraction });
    };
    const { plan, delimiter } = await callAgain('jobs.plan', { jobId }, signal);
    const { parts, rows } = await packRetry(jobId, outcomes, signal, (packed) => tell(packed, 0));
    if (rows === 0)
      throw new SiteError('CONFLICT', 'None of these rows can be read any more.', 'Import them from your file.');
    const counts = { total: rows, leftOut: 0, accepted: rows };
    this.#doing = { what: 'sending', jobs };
    await jobs.create('own', { name, plan, delimiter, rows: counts, retryOf: jobId });
    for (const [part, pieces] of parts.entries()) {
      await jobs.upload({ list: 'accepted', part, pieces });
      tell(Math.min(rows, (part + 1) * ROWS_PER_PART), 1);
    }
    await this.#start();
  }

  async #upload(part: Extract<FromWorker, { type: 'part' }>): Promise<void> {
    if (this.#doing.what !== 'sending') return;
    await this.#doing.jobs.upload(part);
    this.to.work({ type: 'uploaded' });
  }

  /** Tells the page when the site begins to ask to slow down, and when it has stopped. */
  #slowed(isWaiting: boolean): void {
    if (this.#isSlowed === isWaiting) return;
    this.#isSlowed = isWaiting;
    this.to.report({ type: 'slowed', isWaiting });
  }

  async #start(): Promise<void> {
    const jobId = await this.#startSent();
    if (jobId === null) return;
    this.#isStarted = true;
    this.to.report({ type: 'started', jobId });
  }

  /** Starts the job that has been sent, and answers with its id; null when it was stopped meanwhile. */
  async #startSent(): Promise<string | null> {
    if (this.#doing.what !== 'sending') return null;
    const jobId = await this.#doing.jobs.start();
    this.#doing = { what: 'nothing' };
    return jobId;
  }

  async #stopAll(): Promise<void> {
    this.#stop.abort();
    await this.#abandon();
    this.to.report({ type: 'stopped' });
  }

  /** Ends the worker's pass, and the job that has been created but not started. */
  async #abandon(): Promise<void> {
    const left = this.#doing;
    this.#doing = { what: 'nothing' };
    this.to.work({ type: 'stop' });
    if (left.what === 'sending') await left.jobs.cancel();
  }

  async #deliver(to: CommandOf<'deliver'>): Promise<void> {
    if (!this.#chosen) throw new SiteError('CONFLICT', 'No file is chosen.', 'Choose one first.');
    const signal = this.#begin({ what: 'delivering' });
    await deliverFile(this.#chosen.file, to, signal, (fraction) =>
      this.to.report({ type: 'sending', rows: 0, fraction }),
    );
    this.#doing = { what: 'nothing' };
    this.to.report({ type: 'delivered' });
  }

  async #download(command: DownloadCommand): Promise<void> {
    const signal = this.#begin({ what: 'downloading' });
    const progress = (rows: number) => this.to.report({ type: 'downloading', rows });
    const { list, rows, fileName } = await download(command, signal, progress);
    this.#doing = { what: 'nothing' };
    save(list, fileName);
    this.to.report({ type: 'downloaded', rows });
  }
}
