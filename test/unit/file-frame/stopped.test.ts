import type { FrameReport, ImportSetup } from '../../../src/contract/file-frame';
import type { FromWorker, ToWorker } from '../../../static/file-frame/src/work/messages';
import { setupOf } from '../../../src/ui/admin/imports/wizard/wizard-state';
import { aFile, aMappedImport, someFields } from '../ui/import-builder';

type Answer = { ok: true; data: unknown } | { ok: false; error: { code: string; message: string } };

/** A call of the bridge that waits until the test answers it. */
interface Asked {
  functionKey: string;
  answer: (answer: Answer) => void;
}

const asked: Asked[] = [];
// The vendor's bridge looks for its host when it is loaded.
Object.assign(globalThis, {
  __bridge: {
    callBridge: (_command: string, { functionKey }: { functionKey: string }) =>
      new Promise<Answer>((resolve) => asked.push({ functionKey, answer: resolve })),
  },
});

const setup: ImportSetup = setupOf(aMappedImport(), someFields);
const summary = { rows: 2, ready: 2, leftOut: 0, batches: 1, problems: [], problemCount: 0, groups: [] };
const plan = { ...setup, lookups: { organizations: {}, products: {} } };
const checked: FromWorker = { type: 'checked', summary, plan };
const aJob = { ok: true, data: { jobId: 'job-1' } } as const;

/** A turn of the event loop: what can go on without an answer has gone on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

async function aFrame() {
  const { Frame } = await import('../../../static/file-frame/src/frame');
  const reports: FrameReport[] = [];
  const work: ToWorker[] = [];
  const frame = new Frame({ report: (one) => reports.push(one), work: (one) => work.push(one), show: () => undefined });
  await frame.heard({ type: 'opened', file: aFile() });
  await frame.command({ type: 'check', setup });
  await frame.heard(checked);
  const start = (doing: Promise<void>) => {
    doing.catch((error: unknown) => frame.fail(error));
    return settle();
  };
  return { frame, reports, work, start };
}

/** The call that is waiting, which has to be of this resolver. */
function waiting(functionKey: string): Asked {
  const call = asked.shift();
  expect(call?.functionKey).toBe(functionKey);
  if (call === undefined) throw new Error(`Nobody asked ${functionKey}.`);
  return call;
}

describe('what is begun after a stop', () => {
  beforeEach(() => asked.splice(0));

  it('goes on when the job of the stopped import is created late, and that job is cancelled', async () => {
    const { frame, reports, start } = await aFrame();
    await start(frame.command({ type: 'send', name: 'Customers' }));
    const create = waiting('jobs.create');
    await start(frame.command({ type: 'stop' }));
    await start(frame.command({ type: 'check', setup }));
    create.answer(aJob);
    await settle();
    waiting('jobs.cancel').answer(aJob);
    await frame.heard(checked);
    expect(reports.map(({ type }) => type)).toEqual(['file', 'checked', 'stopped', 'checked']);
  });

  it('hears nothing of the failure of what was stopped', async () => {
    const { frame, reports, work, start } = await aFrame();
    await start(frame.command({ type: 'check', setup }));
    await start(frame.heard({ type: 'find', entity: 'organization', names: ['Acme'] }));
    const lookup = waiting('imports.lookup');
    await start(frame.command({ type: 'stop' }));
    await start(frame.command({ type: 'check', setup }));
    const before = work.length;
    lookup.answer({ ok: false, error: { code: 'FORBIDDEN', message: 'No longer.' } });
    await settle();
    expect(work.slice(before)).toEqual([]);
    await frame.heard(checked);
    expect(reports.map(({ type }) => type)).toEqual(['file', 'checked', 'stopped', 'checked']);
  });
});
