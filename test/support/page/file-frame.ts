import { FRAME_COMMAND, FRAME_REPORT, type FrameReport, frameReportSchema } from '../../../src/contract/file-frame';
import * as v from 'valibot';
import type { AppEvents } from '../../../sandbox/host/bridge/host/events';
import type { Work } from '../../../static/file-frame/src/work';
import type { StartedFrame, startFrame } from '../../../static/file-frame/src/start';
import { packOnTheSpot } from './packing';

/** The frame's own code, loaded once there is a bridge to load it over. */
export interface FrameCode {
  startFrame: typeof startFrame;
  Work: typeof Work;
}

/** How long the worker may compute without a word, in ms of real time: more than any file of a test takes. */
const LONGEST_MS = 5_000;
/** How long the frame may pack something without a word, in ms of real time. */
const QUIET_MS = 100;

/** Reports that leave what is under way as it is. */
const goesOn: ReadonlySet<FrameReport['type']> = new Set([
  'ready',
  'checking',
  'comparing',
  'sending',
  'downloading',
  'slowed',
]);

/**
 * The file frame without its document and without a thread of its own: the real frame and the real worker, which talk to
 * each other directly and to the page over the bridge. What it draws, only a browser can tell. What it computes takes real
 * time and none of the sandbox's: `isBusy` tells when to wait for it.
 */
export class FileFrameInNode {
  /** Why the file that was chosen last cannot be read. */
  refusal: string | undefined;
  private readonly started: StartedFrame;
  private readonly listening: Promise<() => void>;
  private readonly heardBy: string[];
  private isUnderWay = false;
  /** The worker was handed something, and has not said anything since. */
  private isWorking = false;
  private lastWord = 0;

  constructor(
    { startFrame, Work }: FrameCode,
    private readonly events: AppEvents,
  ) {
    packOnTheSpot();
    const work = new Work((said) => {
      if (said.message.type !== 'progress') this.isWorking = false;
      this.word();
      setImmediate(() => this.started.heard(said));
    });
    this.started = startFrame(
      (numbered) => {
        this.isWorking = numbered.message.type !== 'stop';
        this.word();
        setImmediate(() => work.heard(numbered));
      },
      (_file, refusal) => (this.refusal = refusal),
    );
    this.listening = this.started.listen();
    this.heardBy = [
      events.on(FRAME_COMMAND, () => this.begin(), this),
      events.on(FRAME_REPORT, (report) => this.reported(v.parse(frameReportSchema, report)), this),
    ];
  }

  choose(name: string, content: string | Buffer): void {
    this.begin();
    const bytes = typeof content === 'string' ? content : new Uint8Array(content);
    this.started.frame.open(new Blob([bytes]), name);
  }

  /** Whether it computes, rather than waits for what it has asked for. */
  isBusy(): boolean {
    const quiet = performance.now() - this.lastWord;
    return this.isUnderWay && quiet < (this.isWorking ? LONGEST_MS : QUIET_MS);
  }

  /** The page has taken it away. */
  async close(): Promise<void> {
    this.heardBy.forEach((id) => this.events.off(id));
    (await this.listening)();
  }

  private begin(): void {
    this.isUnderWay = true;
    this.word();
  }

  private reported({ type }: FrameReport): void {
    if (!goesOn.has(type)) this.isUnderWay = false;
    this.word();
  }

  private word(): void {
    this.lastWord = performance.now();
  }
}
