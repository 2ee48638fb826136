/** How the site is set up: what differs between sites without being a fault. All changeable while it runs. */
export interface SiteSettings {
  /** Unfinished tasks a site may have; the vendor's guide says 5 in one copy, 10 in another. */
  taskSlots: number;
  /** Unfinished tasks of others on the site, which take of the same slots. */
  foreignTasks: number;
  /** Tasks that run at a time; live sites were seen to run one. */
  parallelTasks: number;
  /** The speed of tasks: milliseconds a row takes. A live site was seen at 4,800. */
  taskMsPerRow: number;
  /** Milliseconds between the submission of a task and its start, at the least. */
  taskStartDelayMs: number;
  /** The age in milliseconds at which an unfinished task counts as timed out. CSM guide: 30 minutes. */
  taskTimeoutMs: number;
  /** How long results can be asked for, in milliseconds. CSM reference: 3 days. */
  taskResultLifetimeMs: number;
  /** How long an idempotency key is remembered, in milliseconds. Not stated by the vendor. */
  idempotencyKeyLifetimeMs: number;
  /** Options a field may have; the guides say 50 in one place and 2,000 in another. */
  optionsPerField: number;
  /**
   * Whether the API refuses what the app asks for a user who is not there. The vendor's guide recommends impersonation,
   * the schema of the manifest once called it not supported.
   */
  impersonationRefused: boolean;
  /** A site may let only administrators create and change organizations. */
  organizationsByAdministratorsOnly: boolean;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export const DEFAULT_SETTINGS: Readonly<SiteSettings> = {
  taskSlots: 5,
  foreignTasks: 0,
  parallelTasks: 5,
  taskMsPerRow: 20,
  taskStartDelayMs: 200,
  taskTimeoutMs: 30 * MINUTE_MS,
  taskResultLifetimeMs: 3 * DAY_MS,
  idempotencyKeyLifetimeMs: DAY_MS,
  optionsPerField: 2_000,
  impersonationRefused: false,
  organizationsByAdministratorsOnly: false,
};
