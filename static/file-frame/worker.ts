import * as v from 'valibot';
import { openFile } from '../../src/domain/file/read/open-file';
import type { OpenedFile } from '../../src/domain/file/read/opened-file';
import { RefusedFile } from '../../src/domain/file/read/refused';
import { cellsToCorrect } from '../../src/domain/file/check/cells-to-correct';
import { checkFile, type CheckedFile, type PassOptions } from '../../src/domain/file/check/check-file';
import { type ComparedFile, compareFile } from '../../src/domain/compare/compare-file';
import type { ShownEntity, ShownRequest } from '../../src/contract/imports';
import { blobStore } from '../../src/domain/file/check/byte-store';
import { listProblems } from '../../src/domain/file/check/list-problems';
import { toWorkerSchema, type FromWorker, type ToWorker } from './src/messages';
import type { Part } from '../../src/domain/file/check/pack-file';
import { type BegunJob, packJobs } from '../../src/domain/file/check/pack-jobs';

let opened: OpenedFile | null = null;
let checked: CheckedFile | null = null;
/** What the last comparison has found, and of which check. */
let compared: { of: CheckedFile; found: ComparedFile } | null = null;
let running = new AbortController();
/** The number of what is under way, by which the frame tells what is said of it. */
let runNumber = 0;
/** What was begun last, and has ended or will. */
let lastRun: Promise<void> = Promise.resolve();
let answer: ((message: ToWorker) => void) | null = null;
// Questions wait for each other, as two parts can be ready at once and answers carry no number.
let lastQuestion: Promise<unknown> = Promise.resolve();

const say = (message: FromWorker, run = runNumber) => {
  postMessage({ run, message });
};

function ask(question: FromWorker): Promise<ToWorker> {
  const { signal } = running;
  const asked = lastQuestion.then(
    () =>
      new Promise<ToWorker>((resolve, reject) => {
        signal.throwIfAborted();
        signal.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError')), { once: true });
        answer = resolve;
        say(question);
      }),
  );
  lastQuestion = asked.catch(() => undefined);
  return asked;
}

async function handOver(part: Part): Promise<void> {
  await ask({ type: 'part', ...part });
}

async function begin(begun: BegunJob): Promise<void> {
  await ask({ type: 'begin', ...begun });
}

async function showRows(requests: readonly ShownRequest[]): Promise<(readonly ShownEntity[])[]> {
  const found = await ask({ type: 'show', requests: [...requests] });
  return found.type === 'shown' ? found.entities : [];
}

async function compare(of: CheckedFile): Promise<void> {
  const { signal } = running;
  const found = await compareFile(of, showRows, pass());
  signal.throwIfAborted();
  compared = { of, found };
  say({ type: 'compared', comparison: found.comparison });
}

/** What is not sent, by the comparison of this very check. */
function comparedOf(file: CheckedFile): ComparedFile {
  if (compared?.of !== file) throw new Error('The rows haven’t been compared with your site. Compare them first.');
  return compared.found;
}

/** What a person can follow; more would keep the page busy with drawing it. */
const PROGRESS_EVERY_MS = 100;

function pass(): PassOptions {
  let told = -Infinity;
  const run = runNumber;
  const progress: PassOptions['progress'] = ({ rows, fraction }) => {
    const now = performance.now();
    if (now - told < PROGRESS_EVERY_MS && fraction < 1) return;
    told = now;
    say({ type: 'progress', rows, fraction }, run);
  };
  return { signal: running.signal, progress };
}

function needChecked(): CheckedFile {
  if (!checked) throw new Error('The file hasn’t been checked. Check it first.');
  return checked;
}

async function run(message: ToWorker): Promise<void> {
  const { signal } = running;
  switch (message.type) {
    case 'open': {
      [opened, checked] = [null, null];
      const file = await openFile(message.file, message.name, message.reading);
      // Another file may have been chosen meanwhile.
      signal.throwIfAborted();
      opened = file;
      say({ type: 'opened', file: file.facts });
      return;
    }
    case 'check': {
      if (!opened) throw new RefusedFile('No file is chosen. Choose one first.');
      checked = null;
      const found = await checkFile(
        opened,
        message.setup,
        async (entity, names) => {
          const answered = await ask({ type: 'find', entity, names });
          return answered.type === 'found' ? answered.matches : [];
        },
        pass(),
        { show: showRows },
      );
      // It may have been stopped after its last row, and begun anew with another setup.
      signal.throwIfAborted();
      checked = found;
      say({ type: 'checked', summary: checked.summary, plan: checked.plan });
      return;
    }
    case 'remedy': {
      // The last check stays until this one is there: the next remedy may come before.
      const again = await needChecked().again(message.setup, pass());
      signal.throwIfAborted();
      checked = again;
      say({ type: 'checked', summary: checked.summary, plan: checked.plan });
      return;
    }
    case 'list-cells':
      say({ type: 'cells', group: message.group, rows: await cellsToCorrect(needChecked(), message.group) });
      return;
    case 'compare':
      return compare(needChecked());
    case 'pack': {
      const file = needChecked();
      const notSent = message.onlyChanges ? comparedOf(file) : undefined;
      await packJobs(file, blobStore, begin, handOver, pass(), notSent);
      say({ type: 'packed' });
      return;
    }
    case 'list-problems':
      say({ type: 'problems', ...(await listProblems(needChecked(), signal)) });
      return;
    case 'stop':
    case 'found':
    case 'shown':
    case 'uploaded':
      return;
  }
}

function explain(error: unknown): FromWorker {
  if (error instanceof RefusedFile) return { type: 'refused', message: error.message };
  if (error instanceof DOMException && error.name === 'NotReadableError') {
    return { type: 'refused', message: 'The file has changed or moved since you chose it. Choose it again.' };
  }
  return { type: 'failed', message: error instanceof Error ? error.message : String(error) };
}

/** Runs to its end; what goes wrong is told, unless something else has been begun meanwhile. */
async function runToEnd(message: ToWorker): Promise<void> {
  const { signal } = running;
  await run(message).catch((error: unknown) => {
    if (!signal.aborted) say(explain(error));
  });
}

const numberedSchema = v.object({ run: v.number(), message: toWorkerSchema });

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const { run, message } = v.parse(numberedSchema, data);
  if (message.type === 'found' || message.type === 'shown' || message.type === 'uploaded') {
    answer?.(message);
    return;
  }
  if (message.type === 'list-cells') {
    lastRun = lastRun.then(() => runToEnd(message));
    return;
  }
  running.abort();
  running = new AbortController();
  runNumber = run;
  lastRun = runToEnd(message);
});
