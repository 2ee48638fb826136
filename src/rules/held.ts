/** Why a run cannot go on until somebody changes the rule or the site; the message is for them. */
export class HeldRun extends Error {
  override readonly name = 'HeldRun';
}
