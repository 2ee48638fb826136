/** What was stored is not what was written: nothing can be sent from it. */
export class DamagedError extends Error {
  override name = 'DamagedError';

  constructor(what: string, options?: ErrorOptions) {
    super(`The stored ${what} of the import cannot be read.`, options);
  }
}
