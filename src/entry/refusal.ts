import type { ErrorCode } from '../contract/result';

/** What a person asked of a resolver cannot be done; the message says why, the advice what they can do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: Extract<ErrorCode, 'INVALID' | 'NOT_FOUND' | 'CONFLICT' | 'SITE_REFUSED'>,
    message: string,
    readonly advice?: string,
  ) {
    super(message);
  }
}
