import { JobRefusal } from './refusal';

/** What was stored is not what was written: nothing can be sent from it. */
export class DamagedError extends Error {
  override name = 'DamagedError';

  constructor(what: string, options?: ErrorOptions) {
    super(`The stored ${what} of the import cannot be read.`, options);
  }
}

/** The head of a job is not what this version of the app writes: nothing can be told of the job, or done with it. */
export class UnreadableHead extends JobRefusal {
  override name = 'UnreadableHead';

  constructor(options?: ErrorOptions) {
    super(
      'UNREADABLE',
      'What the app keeps of this import cannot be read by this version of the app: another version wrote it, or it was damaged.',
      'What became of its rows is not known here: look for them on your site before you import the file again. A version of the app that can read it carries it on by itself. Otherwise it is deleted after the days that Settings say. Other imports wait for it for about three hours.',
      options,
    );
  }
}
