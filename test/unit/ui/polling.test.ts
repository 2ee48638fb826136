import { CallError } from '../../../src/ui/shared/call-error';
import { delayAfter } from '../../../src/ui/shared/use-resource';

const MINUTE_MS = 60_000;
const everySecond = () => 1_000;
const after = (error: CallError | null, data: string | null = 'content') => delayAfter({ data, error }, everySecond);
const busy = (retryAfterMs: number) => new CallError('SITE_BUSY', 'Slow down.', undefined, { retryAfterMs });

describe('a page that polls', () => {
  it('asks again as soon as it wants to while all is well, and a little later after a failure', () => {
    expect(after(null)).toBe(1_000);
    expect(after(new CallError('SITE_UNAVAILABLE', 'Down.'))).toBe(10_000);
  });

  it('leaves a site alone for as long as it asks, also before there is anything to show', () => {
    expect(after(busy(2 * MINUTE_MS))).toBe(2 * MINUTE_MS);
    expect(after(busy(2 * MINUTE_MS), null)).toBe(2 * MINUTE_MS);
  });

  it('does not hurry for a site that asks for less than it waits anyway, nor wait for hours', () => {
    expect(after(busy(1_000))).toBe(10_000);
    expect(after(busy(24 * 60 * MINUTE_MS))).toBe(60 * MINUTE_MS);
  });

  it('waits a minute, as it says, where a site asks to slow down and not for how long', () => {
    expect(after(new CallError('SITE_BUSY', 'Slow down.'))).toBe(MINUTE_MS);
  });

  it('does not go on after what time does not mend, before there is anything to show', () => {
    expect(after(new CallError('FORBIDDEN', 'No.'), null)).toBeNull();
  });
});
