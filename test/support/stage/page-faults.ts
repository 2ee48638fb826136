/** What fetch rejects with where there was no answer, whyever. */
const NO_ANSWER = /Failed to fetch/;
/** What the browser says of a request that it gave up itself, as its page went. */
const GIVEN_UP = 'net::ERR_ABORTED';

/**
 * The errors of a page that are faults. One that only says that there was no answer is none where the browser gave up a
 * call: each such call excuses one. When it is told is left open: both the call and its error can be told long after the
 * page went, as a call that is sent while a test steps between is announced only once it has failed.
 *
 * @param fetches what became of each of its calls: the status or the failure, null while it is on its way
 */
export function pageFaults(errors: readonly string[], fetches: readonly (string | null)[]): string[] {
  const givenUp = fetches.filter((outcome) => outcome === null || outcome === GIVEN_UP).length;
  const refused = fetches.filter((outcome) => outcome?.startsWith('net::') === true && outcome !== GIVEN_UP).length;
  const unanswered = errors.filter((text) => NO_ANSWER.test(text)).length;
  // A call that nobody answered is a fault, also where as many others were given up and said nothing.
  let excused = Math.min(givenUp, Math.max(0, unanswered - refused));
  return errors.filter((text) => {
    if (!NO_ANSWER.test(text) || excused === 0) return true;
    excused -= 1;
    return false;
  });
}
