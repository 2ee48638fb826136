import { HELLO, WELCOME, type FromFrame, type ToFrame } from '../protocol';
import { plainArguments } from './arguments';
import { decode, type RemoteFunction } from './decode';

export interface LinkHandlers {
  /** Answers a call of the bridge. What it throws becomes the rejection the app sees. */
  call(command: string, data: unknown, link: FrameLink): unknown;
  navigate(message: Extract<FromFrame, { kind: 'navigate' }>, link: FrameLink): void;
  go(delta: number): void;
  height(pixels: number): void;
}

/** The end of a port as a link uses it. */
export interface LinkPort {
  onmessage: ((event: MessageEvent<FromFrame>) => void) | null;
  postMessage(message: ToFrame): void;
  close(): void;
}

/** The host's end of the port to one frame. It is made anew each time the frame loads a document. */
export class FrameLink {
  private readonly functions = new Map<string, RemoteFunction>();

  constructor(
    private readonly port: LinkPort,
    private readonly handlers: LinkHandlers,
  ) {
    port.onmessage = ({ data }) => this.receive(data);
  }

  send(message: ToFrame): void {
    this.port.postMessage(message);
  }

  close(): void {
    this.port.close();
  }

  /** The same function for the same id, so that an unchanged handler does not render its component again. */
  readonly functionById = (id: string): RemoteFunction => {
    const known = this.functions.get(id);
    if (known !== undefined) return known;
    const run = (...args: unknown[]) => this.send({ kind: 'run', functionId: id, args: plainArguments(args) });
    this.functions.set(id, run);
    return run;
  };

  private receive(message: FromFrame): void {
    switch (message.kind) {
      case 'call':
        void this.answer(message);
        return;
      case 'navigate':
        this.handlers.navigate(message, this);
        return;
      case 'go':
        this.handlers.go(message.delta);
        return;
      case 'height':
        this.handlers.height(message.pixels);
    }
  }

  private async answer({ id, command, data }: Extract<FromFrame, { kind: 'call' }>): Promise<void> {
    try {
      const decoded = command === 'reconcile' ? data : decode(data, this.functionById);
      this.send({ kind: 'reply', id, ok: true, value: await this.handlers.call(command, decoded, this) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      console.error(`Bridge: ${command}: ${message}`);
      this.send({ kind: 'reply', id, ok: false, message });
    }
  }
}

/** Gives a port to each document that says hello from inside `frame`. Returns how to stop. */
export function acceptLinks(
  frame: HTMLIFrameElement,
  handlers: LinkHandlers,
  linked: (link: FrameLink) => void,
): () => void {
  const welcome = (event: MessageEvent<unknown>) => {
    if (event.source !== frame.contentWindow || event.data !== HELLO) return;
    const { port1, port2 } = new MessageChannel();
    linked(new FrameLink(port1, handlers));
    frame.contentWindow?.postMessage(WELCOME, event.origin, [port2]);
  };
  window.addEventListener('message', welcome);
  return () => window.removeEventListener('message', welcome);
}
