import type { FrameReport, ImportSetup } from '../../src/contract/file-frame';
import type { FromWorker, ToWorker } from '../../static/file-frame/src/messages';
import { setupOf } from '../../src/ui/admin/imports/wizard/wizard-state';
import { aFile, aMappedImport, someFields } from '../unit/ui/import-builder';

type Answer = { ok: true; data: unknown } | { ok: false; error: { code: string; message: string } };

/** A call of the bridge that waits until the test answers it. */
interface Asked {
  functionKey: string;
  payload: unknown;
  answer: (answer: Answer) => void;
}

export const asked: Asked[] = [];
// The vendor's bridge looks for its host when it is loaded.
Object.assign(globalThis, {
  __bridge: {
    callBridge: (_command: string, { functionKey, payload }: { functionKey: string; payload: unknown }) =>
      new Promise<Answer>((resolve) => asked.push({ functionKey, payload, answer: resolve })),
  },
});

export const setup: ImportSetup = setupOf(aMappedImport(), someFields);
const summary = { rows: 2, ready: 2, leftOut: 0, problems: [], problemCount: 0, groups: [] };
const plan = { ...setup, lookups: { organizations: [], products: [] } };
export const checked: FromWorker = { type: 'checked', summary, plan };

/** A turn of the event loop: what can go on without an answer has gone on. */
export const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A frame with a file that was checked, what it reports, and what it asks its worker to do. */
export async function aFrame() {
  const { Frame } = await import('../../static/file-frame/src/frame');
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

/** What a worker says before it hands over the only part of a file's own rows. */
export const beginOwn: FromWorker = { type: 'begin', job: 'own', rows: { total: 2, leftOut: 0, accepted: 2 } };

/** The call that is waiting, which has to be of this resolver. */
export function waiting(functionKey: string): Asked {
  const call = asked.shift();
  expect(call?.functionKey).toBe(functionKey);
  if (call === undefined) throw new Error(`Nobody asked ${functionKey}.`);
  return call;
}
