/**
 * A refusal by the key-value store. The codes are those of the vendor's error pages (storage-reference/
 * handling-errors-kvs and -customentities) where they name one; KEY_NOT_FOUND is the one @forge/kvs looks for.
 */
export class KvsError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'KvsError';
  }
}

export const badRequest = (code: string, message: string): KvsError => new KvsError(400, code, message);
export const keyNotFound = (): KvsError => new KvsError(404, 'KEY_NOT_FOUND', 'The specified key does not exist.');
export const rateLimited = (): KvsError =>
  new KvsError(429, 'RATE_LIMIT_EXCEEDED', 'The rate limit of the installation was exceeded.');
