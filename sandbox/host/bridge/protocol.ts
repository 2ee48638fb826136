/**
 * What travels over the MessagePort between a frame of the app and the page that hosts it. Both ends are the
 * sandbox's own; what the app puts into `data` is parsed by the command that receives it.
 */
export const HELLO = 'sandbox-bridge-hello';
export const WELCOME = 'sandbox-bridge-welcome';

/** A location as version 4 of the history package describes it, which is what `view.createHistory()` gives an app. */
export interface Location {
  pathname: string;
  search: string;
  hash: string;
  state: unknown;
  key: string;
}

export type HistoryAction = 'PUSH' | 'REPLACE' | 'POP';

export type FromFrame =
  | { kind: 'call'; id: number; command: string; data: unknown }
  | { kind: 'navigate'; action: 'PUSH' | 'REPLACE'; location: Location }
  | { kind: 'go'; delta: number }
  | { kind: 'height'; pixels: number };

export type ToFrame =
  | { kind: 'reply'; id: number; ok: true; value: unknown }
  | { kind: 'reply'; id: number; ok: false; message: string }
  | { kind: 'run'; functionId: string; args: unknown[] }
  | { kind: 'located'; action: HistoryAction; location: Location }
  | { kind: 'themed'; attributes: Record<string, string> };

/** A function of the app as it crosses: the host calls it by this id. */
export interface FunctionReference {
  $function: string;
}

/** A React element that an app passed as a prop (`actions`, `primaryAction`…), with the shape of a node. */
export interface ElementReference {
  $element: { type: string; key: string; props: Record<string, unknown>; children: unknown[] };
}

/** Reads `/path?query#hash`; the inverse of `hrefOf`. */
export function locationOf(href: string, state: unknown, key: string): Location {
  const [, pathname = '/', search = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(href) ?? [];
  return { pathname: pathname.startsWith('/') ? pathname : `/${pathname}`, search, hash, state, key };
}

export const hrefOf = ({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>): string =>
  `${pathname}${search}${hash}`;
