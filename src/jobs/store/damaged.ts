import { JobRefusal } from './refusal';

/** What was stored is not what was written: nothing can be sent from it. */
export class DamagedError extends Error {
  override name = 'DamagedError';

  constructor(what: string, options?: ErrorOptions) {
    super(`The import’s stored ${what} can’t be read.`, options);
  }
}

/** The head of a job is not what this version of the app writes: nothing can be told of the job, or done with it. */
export class UnreadableHead extends JobRefusal {
  override name = 'UnreadableHead';

  constructor(options?: ErrorOptions) {
    super(
      'UNREADABLE',
      'This version of the app can’t read what’s stored about this import. Another version wrote it, or it was damaged.',
      'The outcome of its rows isn’t known. Check your site for them before you import the file again. A version of the app that can read the import continues it automatically. Otherwise it’s deleted after the number of days in Settings. Other imports wait for it for about three hours.',
      options,
    );
  }
}
