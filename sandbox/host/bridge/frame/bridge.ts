import type { FromFrame, ToFrame } from '../protocol';
import { Functions } from './functions';
import { FrameHistory } from './history';
import { locationSchema, parseHistory } from './replies';
import * as v from 'valibot';

interface BridgeOptions {
  /** Sends to the page that hosts the frame. */
  send: (message: FromFrame) => void;
  /** The page dresses the frame in its theme. */
  themed: (attributes: Record<string, string>) => void;
}

/** What a frame of the app calls, and what it hears: the frame's half of the bridge, without the frame. */
export class FrameBridge {
  private readonly functions = new Functions();
  private readonly calls = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>();
  private history: FrameHistory | null = null;
  private lastCall = 0;

  constructor(private readonly options: BridgeOptions) {}

  /** What the vendor's packages call. Rejects with the words of the page where it refuses. */
  readonly callBridge = async (command: string, data?: unknown): Promise<unknown> => {
    const value = await this.call(command, data);
    if (command === 'createHistory') {
      const { location, length } = parseHistory(value);
      this.history ??= new FrameHistory(this.options.send, location);
      return this.history.forApp(length);
    }
    if (command === 'on' || command === 'onPublic') {
      return { unsubscribe: () => void this.call('off', { subscription: value }) };
    }
    if (command === 'enableTheming') this.options.themed(v.parse(v.record(v.string(), v.string()), value));
    return value;
  };

  /** A message of the page. */
  receive(message: ToFrame): void {
    switch (message.kind) {
      case 'reply':
        this.settle(message);
        return;
      case 'run':
        this.functions.run(message.functionId, message.args);
        return;
      case 'located':
        this.history?.moved(v.parse(locationSchema, message.location), message.action);
        return;
      case 'themed':
        this.options.themed(message.attributes);
    }
  }

  private call(command: string, data: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.lastCall;
      this.calls.set(id, { resolve, reject });
      this.options.send({ kind: 'call', id, command, data: this.functions.encode(data, command === 'reconcile') });
    });
  }

  private settle(reply: Extract<ToFrame, { kind: 'reply' }>): void {
    const waiting = this.calls.get(reply.id);
    this.calls.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply.value);
    else waiting?.reject(new Error(reply.message));
  }
}
