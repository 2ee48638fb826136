import { HELLO, WELCOME, type FromFrame, type ToFrame } from '../protocol';

/** The frame's end of the port. What is sent before the host has answered waits. */
export class Connection {
  private port: MessagePort | null = null;
  private waiting: FromFrame[] = [];

  constructor(private readonly receive: (message: ToFrame) => void) {
    window.addEventListener('message', this.welcome);
    window.parent.postMessage(HELLO, '*');
  }

  readonly send = (message: FromFrame): void => {
    if (this.port === null) this.waiting.push(message);
    else this.port.postMessage(message);
  };

  private readonly welcome = (event: MessageEvent<unknown>): void => {
    const [port] = event.ports;
    if (event.source !== window.parent || event.data !== WELCOME || port === undefined) return;
    window.removeEventListener('message', this.welcome);
    this.port = port;
    port.onmessage = ({ data }: MessageEvent<ToFrame>) => this.receive(data);
    this.waiting.forEach(this.send);
    this.waiting = [];
  };
}
