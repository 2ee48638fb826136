/** What an administrator may change about the running of jobs. */
export interface JobSettings {
  /** Unfinished tasks that the app keeps on the site at once. The guides say 5 or 10 for everything on the site. */
  taskSlots: number;
  /** Days that an ended job is kept. */
  retentionDays: number;
}

export const defaultSettings: JobSettings = { taskSlots: 5, retentionDays: 90 };

/** An upload that was never started is somebody's closed tab: kept for a day, in case they come back. */
export const UPLOAD_KEPT_MS = 24 * 60 * 60 * 1000;
