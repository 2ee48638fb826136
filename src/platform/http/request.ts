/** An answer of the site: the part of the platform's response that is read. */
export interface HttpAnswer {
  status: number;
  headers: { get(name: string): string | null };
  text(): Promise<string>;
}

export interface HttpInit {
  method: string;
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
}

/** Sends one request as one caller. `path` is encoded already. Rejects with whatever the platform or network throws. */
export type Transport = (path: string, init: HttpInit) => Promise<HttpAnswer>;

/**
 * What sending a request twice does: `none` changes nothing at all, `keyed` is recognised by its idempotency key,
 * `write` may be applied twice.
 */
export type Effect = 'none' | 'keyed' | 'write';

export interface HttpRequest {
  /** What errors and logs call the request: never a path, which holds ids and names. */
  operation: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  effect: Effect;
  /** False when a success has no body: whatever comes is not read. */
  expectsBody: boolean;
}
