import type { HttpInit, Transport } from '../../src/platform/http/request';
import { type Send, type SenderParts, createSender } from '../../src/platform/http/sender';
import { SiteError } from '../../src/platform/http/site-error';

export interface Sent extends HttpInit {
  path: string;
}

type Reply = (
  sent: Sent,
) => Promise<{ status: number; headers: { get(name: string): string | null }; text(): Promise<string> }>;

/** An answer of the site. A body that is no string is sent as JSON. */
export function reply(status: number, body: unknown = '', headers: Record<string, string> = {}): Reply {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return () => Promise.resolve({ status, headers: new Headers(headers), text: () => Promise.resolve(text) });
}

export const fails =
  (error: Error): Reply =>
  () =>
    Promise.reject(error);

export const neverAnswers: Reply = () => new Promise(() => undefined);

export interface FakeSite {
  send: Send;
  sent: Sent[];
  /** How long the sender slept, in the order in which it did. */
  slept: number[];
}

/** A sender to a site that gives these answers one after the other, the last one again and again. */
export function siteThat(replies: Reply[], parts: Partial<SenderParts> = {}): FakeSite {
  const sent: Sent[] = [];
  const slept: number[] = [];
  const transport: Transport = (path, init) => {
    sent.push({ path, ...init });
    const next = replies[Math.min(sent.length, replies.length) - 1];
    if (!next) throw new Error('The site has no answer');
    return next({ path, ...init });
  };
  let now = Date.parse('2026-03-01T12:00:00Z');
  const clock = {
    now: () => now,
    sleep: (milliseconds: number) => {
      slept.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  };
  return { sent, slept, send: createSender({ transport, clock, random: () => 0.5, timeLeft: () => 25_000, ...parts }) };
}

/** What a call rejects with; the test fails when it does not. */
export async function failureOf(call: Promise<unknown>): Promise<SiteError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof SiteError) return error;
    throw error;
  }
  throw new Error('The call was expected to fail');
}
