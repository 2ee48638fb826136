import { hrefOf, locationOf, type FromFrame, type HistoryAction, type Location } from '../protocol';

type Listener = (location: Location, action: HistoryAction) => void;
type Target = string | { pathname?: string; search?: string; hash?: string; state?: unknown };

/**
 * The history object of `view.createHistory()`, shaped as version 4 of the history package. It lives in the frame,
 * because `listen` has to give its unlisten at once; the browser's own history is the host page's.
 */
export class FrameHistory {
  private readonly listeners = new Set<Listener>();
  private blockedBy: unknown = null;

  constructor(
    private readonly send: (message: FromFrame) => void,
    private located: Location,
  ) {}

  /** The object handed to the app. Its methods are bound: apps take them apart. */
  forApp(length: number): object {
    return {
      action: 'POP' satisfies HistoryAction,
      location: this.located,
      length,
      push: (target: Target, state?: unknown) => this.navigate('PUSH', target, state),
      replace: (target: Target, state?: unknown) => this.navigate('REPLACE', target, state),
      go: (delta: number) => this.send({ kind: 'go', delta }),
      goBack: () => this.send({ kind: 'go', delta: -1 }),
      goForward: () => this.send({ kind: 'go', delta: 1 }),
      listen: (listener: Listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
      block: (prompt: unknown) => {
        this.blockedBy = prompt;
        return () => (this.blockedBy = null);
      },
      createHref: hrefOf,
    };
  }

  /** The host page moved: Back, Forward, or a click on its sidebar. */
  moved(location: Location, action: HistoryAction): void {
    this.located = location;
    this.listeners.forEach((listener) => listener(location, action));
  }

  private navigate(action: 'PUSH' | 'REPLACE', target: Target, state: unknown): void {
    if (this.blockedBy !== null) return;
    const location = this.resolve(target, state);
    this.moved(location, action);
    this.send({ kind: 'navigate', action, location });
  }

  private resolve(target: Target, state: unknown): Location {
    const key = crypto.randomUUID().slice(0, 6);
    if (typeof target !== 'string') {
      const { pathname = this.located.pathname, search = '', hash = '' } = target;
      return { ...locationOf(hrefOf({ pathname, search, hash }), target.state ?? state, key) };
    }
    const base = new URL(this.located.pathname, 'http://app');
    const { pathname, search, hash } = new URL(target, base);
    return { pathname, search, hash, state, key };
  }
}
