import { type FrameSeat, runCommand } from '../../../sandbox/host/bridge/host/commands';
import type { ForgeNode } from '../../../sandbox/host/bridge/host/decode';
import type { AppEvents } from '../../../sandbox/host/bridge/host/events';
import type { Site } from '../../../sandbox/site';
import type { VirtualSandbox } from '../sandbox';
import { type Between, NodeHost } from './host';
import type { Stage } from './located';
import type { FileFrameInNode } from './file-frame';
import { MemoryHistory } from './memory-history';
import { pictureOf } from './picture';
import { type Joined, join } from './port';
import { type Kept, handlerOf } from './scene';
import { type Shown, outline } from './shown';

/**
 * The longest that a page is waited for, in ms of the sandbox's time: less than the 10 s after which a page that polls
 * loads again by itself, so that what a person does has done it.
 */
export const PATIENCE_MS = 8_000;

interface PageOptions {
  sandbox: VirtualSandbox<Site>;
  seat: Omit<FrameSeat, 'render'>;
  accountId: string;
  /** Which load of a page it is. */
  pageId: string;
  path: string;
  between: () => Between;
  /** Starts the file frame of a page that shows it. */
  fileFrame: (events: AppEvents) => FileFrameInNode;
}

/** One load of a page of the app, from the first thing it asks of the product until it is left. */
export class PageInNode implements Stage {
  readonly host: NodeHost;
  readonly history: MemoryHistory;
  private readonly joined: Joined;
  private readonly keptOf = new Map<string, Kept>();
  private doc: ForgeNode | null = null;
  private seen: Shown | null = null;
  /** The key of the control that has the focus, as far as UI Kit can tell. */
  private focus: string | null = null;
  /** There while the page shows it. */
  fileFrame: FileFrameInNode | null = null;

  constructor(private readonly options: PageOptions) {
    const { sandbox, seat, accountId, pageId, path, between } = options;
    this.history = new MemoryHistory(path, (location, action) =>
      this.joined.link.send({ kind: 'located', action, location }),
    );
    this.host = new NodeHost({ sandbox, accountId, pageId, history: this.history, between });
    const render = (doc: ForgeNode) => this.rendered(doc);
    this.joined = join({
      call: (command, data, link) => runCommand(command, data, this.host, { ...seat, render }, link),
      navigate: ({ action, location }) => this.history.fromFrame(action, location),
      go: (delta) => this.history.go(delta),
      height: () => undefined,
    });
  }

  /** What the vendor's packages call in place of a frame's bridge. */
  get callBridge() {
    return this.joined.frame.callBridge;
  }

  get hasRendered(): boolean {
    return this.doc !== null;
  }

  picture(): Shown {
    const { host, doc } = this;
    return (this.seen ??= pictureOf({
      doc,
      flags: host.flags,
      kept: (key) => this.kept(key),
      userName: (id) => host.nameOf(id),
    }));
  }

  async until(condition: () => boolean, described: () => string): Promise<void> {
    const look = async () => {
      await this.settled();
      return condition();
    };
    if (await look()) return;
    try {
      await this.options.sandbox.until(look, PATIENCE_MS);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      const there = outline(this.picture());
      throw new Error(`${described()}. ${words}\nAt ${this.history.path} there is:\n${there}`, { cause: error });
    }
  }

  /** Moves the focus to the control, and does it; over once the app has followed. */
  async act(on: Shown, act: () => void): Promise<void> {
    this.focusOn(on.node);
    act();
    this.seen = null;
    await this.settled();
  }

  /** Whether the control has the focus: the one that a person used last, or that asked for it when it appeared since. */
  hasFocus(one: Shown): boolean {
    return one.node.key === this.focus;
  }

  /** The page is left: what is still under way reaches it no more. */
  leave(): void {
    void this.fileFrame?.close();
    this.joined.cut();
    this.host.events.forget(this.joined.link);
  }

  /** Turns of the event loop until the app does nothing more by itself: no time passes. */
  private async settled(): Promise<void> {
    let before = -1;
    while (before !== this.joined.crossed() || this.isFileRead()) {
      before = this.joined.crossed();
      for (let turns = 0; turns < QUIET_TURNS; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    }
    this.seen = null;
  }

  /** The file frame computes, and nothing has been asked for that takes time. */
  private isFileRead(): boolean {
    return this.fileFrame?.isBusy() === true && this.host.asking === 0;
  }

  private kept(key: string): Kept {
    const known = this.keptOf.get(key) ?? {};
    this.keptOf.set(key, known);
    return known;
  }

  private rendered(doc: ForgeNode): void {
    const before = new Set(nodesIn(this.doc).map(({ key }) => key));
    this.doc = doc;
    this.seen = null;
    const asks = nodesIn(doc).filter(({ key, props }) => props['autoFocus'] === true && !before.has(key));
    asks.forEach((node) => this.focusOn(node));
    const hasFrame = nodesIn(doc).some(({ type }) => type === 'Frame');
    if (hasFrame === (this.fileFrame !== null)) return;
    void this.fileFrame?.close();
    this.fileFrame = hasFrame ? this.options.fileFrame(this.host.events) : null;
  }

  private focusOn(node: ForgeNode): void {
    if (node.key === this.focus) return;
    const left = nodesIn(this.doc).find(({ key }) => key === this.focus);
    if (left !== undefined) {
      delete this.kept(left.key).sought;
      handlerOf(left, 'onBlur')({ type: 'blur', target: {}, currentTarget: {} });
    }
    this.focus = node.key;
    handlerOf(node, 'onFocus')({ type: 'focus', target: {}, currentTarget: {} });
  }
}

/** React works in turns of its own: so many without a message mean that it has done all it had to. */
const QUIET_TURNS = 3;

function nodesIn(doc: ForgeNode | null): ForgeNode[] {
  return doc === null ? [] : [doc, ...doc.children.flatMap(nodesIn)];
}
