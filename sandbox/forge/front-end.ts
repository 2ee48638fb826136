import type { Clock } from '../clock';
import { FRONT_END_REQUEST_BYTES, FRONT_END_RESPONSE_BYTES, INVOKES_PER_WINDOW, INVOKE_WINDOW_MS } from './limits';
import type { Outcome } from './invocation';
import { RateWindow } from './rate-window';
import { bytesOf } from './wire';

export type InvokeRefusalCode =
  | 'UNKNOWN_MODULE'
  | 'RATE_LIMITED'
  | 'REQUEST_TOO_LARGE'
  | 'RESPONSE_TOO_LARGE'
  | 'FUNCTION_ERROR'
  | 'FUNCTION_TIME_OUT'
  | 'FUNCTION_OUT_OF_MEMORY';

/** What the page's `invoke` rejects with. */
export class InvokeRefusal extends Error {
  constructor(
    readonly code: InvokeRefusalCode,
    message: string,
  ) {
    super(message);
    this.name = 'InvokeRefusal';
  }
}

/** Keeps what a page may send, receive, and how often it may call. */
export class FrontEndLimits {
  private readonly pages = new Map<string, RateWindow>();

  constructor(private readonly clock: Pick<Clock, 'now'>) {}

  /** @throws InvokeRefusal */
  checkRequest(pageId: string, request: unknown): void {
    const page = this.pages.get(pageId) ?? new RateWindow(this.clock, INVOKE_WINDOW_MS, INVOKES_PER_WINDOW);
    this.pages.set(pageId, page);
    if (!page.fits(1)) {
      throw new InvokeRefusal('RATE_LIMITED', `More than ${INVOKES_PER_WINDOW} invokes in 25 seconds.`);
    }
    page.take(1);
    if (sizeOf(request) > FRONT_END_REQUEST_BYTES) {
      throw new InvokeRefusal('REQUEST_TOO_LARGE', `The payload has more than ${FRONT_END_REQUEST_BYTES} bytes.`);
    }
  }

  /** @throws InvokeRefusal */
  checkResponse(response: unknown): void {
    if (sizeOf(response) > FRONT_END_RESPONSE_BYTES) {
      throw new InvokeRefusal('RESPONSE_TOO_LARGE', `The response has more than ${FRONT_END_RESPONSE_BYTES} bytes.`);
    }
  }
}

function sizeOf(value: unknown): number {
  return value === undefined ? 0 : bytesOf(JSON.stringify(value));
}

/** What a page's `invoke` resolves to. @throws InvokeRefusal for a function that did not end by itself */
export function returnedBy(outcome: Outcome): unknown {
  switch (outcome.kind) {
    case 'returned':
      return outcome.value;
    case 'timed-out':
      throw new InvokeRefusal('FUNCTION_TIME_OUT', 'The function did not answer in time.');
    case 'out-of-memory':
      throw new InvokeRefusal('FUNCTION_OUT_OF_MEMORY', 'The function ran out of memory.');
    case 'threw':
    case 'killed':
      throw new InvokeRefusal('FUNCTION_ERROR', 'There was an error invoking the function.');
  }
}
