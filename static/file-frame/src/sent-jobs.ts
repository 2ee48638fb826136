import type { RequestOf } from '../../../src/contract/resolvers';
import type { Part } from '../../../src/domain/file/check/pack-file';
import { type JobOfFile, jobsOfFile, nameOfJob, planOfJob } from '../../../src/domain/import/related-plans';
import { call, callAgain, cancelUnstarted } from './site';

/** How the job of a file's own rows is set up; those beside it are set up as it is. */
export type SetUp = Pick<RequestOf<'jobs.create'>, 'name' | 'plan' | 'delimiter'>;

/** What one of the jobs of a file is created by. */
export function requestOfJob(
  job: JobOfFile,
  { name, plan, delimiter }: SetUp,
  rows: RequestOf<'jobs.create'>['rows'],
): RequestOf<'jobs.create'> {
  return { name: nameOfJob(job, name), plan: planOfJob(job, plan, rows.accepted), delimiter, rows };
}

/** The jobs that one file makes: created and uploaded one after the other, and started together once all of them are whole. */
export class SentJobs {
  readonly #ids = new Map<JobOfFile, string>();
  #isStarted = false;

  /** @param slowed hears when the site begins to ask to slow down, and when it has stopped */
  constructor(
    private readonly signal: AbortSignal,
    private readonly slowed: (isWaiting: boolean) => void,
  ) {}

  /** Creates the job whose parts come next. Throws the signal's reason when it was stopped meanwhile. */
  async create(job: JobOfFile, request: RequestOf<'jobs.create'>): Promise<void> {
    // Not repeated: a job whose answer was lost stays without parts, and retention removes it.
    const after = job === 'entitlements' ? this.#ids.get('own') : undefined;
    const created = call('jobs.create', { ...request, ...(after !== undefined && { after }) });
    const { jobId } = await created.catch((error: unknown) => {
      this.signal.throwIfAborted();
      throw error;
    });
    if (this.signal.aborted) await cancelUnstarted(jobId);
    this.signal.throwIfAborted();
    this.#ids.set(job, jobId);
  }

  /** Uploads a part of the job that was created last. */
  async upload({ list, part, pieces }: Part): Promise<void> {
    const jobId = [...this.#ids.values()].at(-1);
    if (jobId === undefined) throw new Error('No job was created for these rows.');
    for (const [piece, data] of pieces.entries()) {
      const request = { jobId, list, part, piece, pieces: pieces.length, data };
      await callAgain('jobs.upload', request, this.signal, () => this.slowed(true));
      this.slowed(false);
    }
  }

  /**
   * Starts all of them by one call, in the order in which they run: a page that is closed meanwhile leaves none behind.
   * Answers with the job of the file's own rows, or with the first where these make none.
   */
  async start(): Promise<string> {
    const ids = jobsOfFile.flatMap((job) => this.#ids.get(job) ?? []);
    const jobId = this.#ids.get('own') ?? ids[0];
    if (jobId === undefined) throw new Error('No row is left to be sent.');
    const at = ids.indexOf(jobId);
    const [before, behind] = [ids.slice(0, at), ids.slice(at + 1)];
    const request = { jobId, ...(before.length > 0 && { before }), ...(behind.length > 0 && { behind }) };
    await callAgain('jobs.start', request, this.signal, () => this.slowed(true));
    this.slowed(false);
    this.#isStarted = true;
    return jobId;
  }

  /** Cancels those that were created and not started. */
  async cancel(): Promise<void> {
    if (this.#isStarted) return;
    await Promise.all([...this.#ids.values()].map(cancelUnstarted));
  }
}
