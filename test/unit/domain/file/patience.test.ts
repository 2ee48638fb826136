import { aFrame, asked, beginOwn, settle, waiting } from '../../../support/file-frame';

const busy = { ok: false, error: { code: 'SITE_BUSY', message: 'Slow down.' } } as const;

describe('an upload to a site that asks to slow down', () => {
  beforeEach(() => {
    asked.splice(0);
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  });
  afterEach(() => jest.useRealTimers());

  /** A frame that is handing over the only piece of a part. */
  async function sending() {
    const { frame, reports, work, start } = await aFrame();
    await start(frame.command({ type: 'send', name: 'Customers' }));
    await start(frame.heard(beginOwn));
    waiting('jobs.create').answer({ ok: true, data: { jobId: 'job-1' } });
    await settle();
    await start(frame.heard({ type: 'part', list: 'accepted', part: 0, pieces: ['AAAA'] }));
    return { reports, work };
  }

  /** Lets time pass while each call gets the same answer. */
  async function answering(answer: typeof busy | { ok: false; error: { code: string; message: string } }, ms: number) {
    for (let passed = 0; passed < ms; passed += 500) {
      asked.shift()?.answer(answer);
      await settle();
      await jest.advanceTimersByTimeAsync(500);
    }
  }

  it('goes on where it was when more than a minute has passed, and says meanwhile that it waits', async () => {
    const { reports, work } = await sending();
    await answering(busy, 90_000);
    expect(reports.at(-1)).toEqual({ type: 'slowed', isWaiting: true });
    await jest.advanceTimersByTimeAsync(20_000);
    waiting('jobs.upload').answer({ ok: true, data: { acceptedRows: 2, leftOutRows: 0 } });
    await settle();
    expect(work.at(-1)).toEqual({ type: 'uploaded' });
    expect(reports.at(-1)).toEqual({ type: 'slowed', isWaiting: false });
  });

  it('gives up after some minutes', async () => {
    const { reports } = await sending();
    await answering(busy, 8 * 60_000);
    expect(reports.at(-1)).toMatchObject({ type: 'failed', message: 'Slow down.' });
  });

  it('waits no longer than half a minute for what is a fault of the app', async () => {
    const { reports } = await sending();
    await answering({ ok: false, error: { code: 'INTERNAL', message: 'A fault.' } }, 45_000);
    expect(reports.at(-1)).toMatchObject({ type: 'failed', message: 'A fault.' });
  });
});
