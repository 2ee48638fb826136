/**
 * A refusal by the key-value store. The codes are those of the vendor's error pages (storage-reference/
 * handling-errors-kvs and -customentities) where they name one; KEY_NOT_FOUND is the one @forge/kvs looks for.
 */
export class KvsError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    // It becomes an answer, and nobody sees where it was made: writing that down was a seventh of a simulated day.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
    this.name = 'KvsError';
    this.status = status;
    this.code = code;
  }
}

export const badRequest = (code: string, message: string): KvsError => new KvsError(400, code, message);
export const keyNotFound = (): KvsError => new KvsError(404, 'KEY_NOT_FOUND', 'The specified key does not exist.');
export const rateLimited = (): KvsError =>
  new KvsError(429, 'RATE_LIMIT_EXCEEDED', 'The rate limit of the installation was exceeded.');
