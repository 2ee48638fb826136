/** The file cannot be imported at all; the message says why and what to do. */
export class RefusedFile extends Error {
  override name = 'RefusedFile';
}
