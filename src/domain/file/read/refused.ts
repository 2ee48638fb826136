import { TOO_MANY_NAMES } from '../../import/plan-size';

/** The file cannot be imported at all; the message says why and what to do. */
export class RefusedFile extends Error {
  override name = 'RefusedFile';
}

export const tooManyNames = (): RefusedFile => new RefusedFile(`${TOO_MANY_NAMES.message} ${TOO_MANY_NAMES.advice}`);
