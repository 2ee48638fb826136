/** What an administrator asked of a job cannot be done; the message says why. */
export class JobRefusal extends Error {
  override name = 'JobRefusal';

  constructor(
    readonly code: 'NOT_FOUND' | 'CONFLICT' | 'INVALID' | 'UNREADABLE',
    message: string,
    readonly advice?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
