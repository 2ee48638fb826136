import { hrefOf, locationOf, type FromFrame, type HistoryAction, type Location } from '../bridge/protocol';
import { APP_PATH } from '../app-path';
import type { FrameLink } from '../bridge/host/link';
import { placeOf } from './place';

/** All frames that are joined to the page just now. */
export class Links {
  private readonly links = new Set<FrameLink>();
  add(link: FrameLink): void {
    this.links.add(link);
  }
  remove(link: FrameLink): void {
    this.links.delete(link);
  }
  each(run: (link: FrameLink) => void): void {
    this.links.forEach(run);
  }
}

/**
 * Keeps the browser's address, the sidebar and the histories of the app's frames at one place. The browser's own
 * history is the only one that is stored.
 */
export class Navigation {
  private readonly listeners = new Set<() => void>();
  private current: Location;

  constructor(
    private readonly links: Links,
    private readonly firstRoute: string,
  ) {
    this.current = this.read();
    if (placeOf(window.location).kind === 'app' && !this.inApp()) this.replaceAddress(`/${firstRoute}`);
    window.addEventListener('popstate', () => this.moved(this.read(), 'POP', null));
  }

  readonly location = (): Location => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A click on the sidebar. */
  go(path: string): void {
    const location = locationOf(path, undefined, crypto.randomUUID().slice(0, 6));
    window.history.pushState(location.state, '', `${APP_PATH}${hrefOf(location)}`);
    this.moved(location, 'PUSH', null);
  }

  /** The app moved by its own history; the frame it came from knows already. */
  fromFrame({ action, location }: Extract<FromFrame, { kind: 'navigate' }>, from: FrameLink): void {
    const url = `${APP_PATH}${hrefOf(location)}`;
    if (action === 'PUSH') window.history.pushState(location.state, '', url);
    else window.history.replaceState(location.state, '', url);
    this.moved(location, action, from);
  }

  private moved(location: Location, action: HistoryAction, except: FrameLink | null): void {
    this.current = location;
    this.links.each((link) => {
      if (link !== except) link.send({ kind: 'located', action, location });
    });
    this.listeners.forEach((listener) => listener());
  }

  private inApp(): boolean {
    return window.location.pathname.startsWith(`${APP_PATH}/`) && window.location.pathname.length > APP_PATH.length + 1;
  }

  private replaceAddress(path: string): void {
    window.history.replaceState(null, '', `${APP_PATH}${path}`);
    this.current = this.read();
  }

  private read(): Location {
    const { pathname, search, hash } = window.location;
    const path = pathname.startsWith(APP_PATH) ? pathname.slice(APP_PATH.length) : `/${this.firstRoute}`;
    const state: unknown = window.history.state;
    return locationOf(`${path === '' ? '/' : path}${search}${hash}`, state, 'initial');
  }
}
