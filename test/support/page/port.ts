import { FrameBridge } from '../../../sandbox/host/bridge/frame/bridge';
import { FrameLink, type LinkHandlers, type LinkPort } from '../../../sandbox/host/bridge/host/link';
import type { FromFrame, ToFrame } from '../../../sandbox/host/bridge/protocol';

export interface Joined {
  frame: FrameBridge;
  link: FrameLink;
  /** How many messages have crossed so far. */
  crossed: () => number;
  /** Nothing crosses any more, as once a page has been left. */
  cut: () => void;
}

/** Joins the two halves of the bridge without a browser between them: messages cross as copies, and after a moment. */
export function join(handlers: LinkHandlers): Joined {
  let isCut = false;
  let count = 0;
  const later = (deliver: () => void): void => {
    count += 1;
    queueMicrotask(() => {
      if (!isCut) deliver();
    });
  };
  const frame = new FrameBridge({
    send: (message) => {
      const data = copyOf(message);
      later(() => port.onmessage?.(new MessageEvent('message', { data })));
    },
    themed: () => undefined,
  });
  const port: LinkPort = {
    onmessage: null,
    postMessage: (message: ToFrame) => {
      const data = copyOf(message);
      later(() => frame.receive(data));
    },
    close: () => undefined,
  };
  const link = new FrameLink(port, { ...handlers, call });
  /** What fails once the page is left, as what is cut off does, is nobody's fault. */
  async function call(...given: Parameters<LinkHandlers['call']>): Promise<unknown> {
    try {
      return await handlers.call(...given);
    } catch (error) {
      if (isCut) return undefined;
      throw error;
    }
  }
  return { frame, link, crossed: () => count, cut: () => (isCut = true) };
}

/** A message as it arrives: `structuredClone` would make it of the classes of another realm than the test's. */
function copyOf<Message extends FromFrame | ToFrame>(message: Message): Message {
  return { ...message, ...entriesOf(message) };
}

function copy(value: unknown): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') throw new TypeError('It cannot cross the bridge.');
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? value.map(copy) : entriesOf(value);
}

const entriesOf = (value: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]));
