import * as v from 'valibot';

/** A request as it leaves an invocation. Serialisable: it may come from another thread. */
export const forgeRequestSchema = v.object({
  options: v.object({
    type: v.string(),
    provider: v.optional(v.string()),
    remote: v.optional(v.string()),
    accountId: v.optional(v.string()),
  }),
  path: v.string(),
  method: v.string(),
  headers: v.record(v.string(), v.string()),
  body: v.nullable(v.string()),
});
export type ForgeRequest = v.InferOutput<typeof forgeRequestSchema>;

export interface ForgeResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export function jsonResponse(status: number, body: unknown): ForgeResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

export function emptyResponse(status: number): ForgeResponse {
  return { status, headers: {}, body: '' };
}

/** A refusal by the platform's own proxy: the vendor's packages throw on its header (ProxyRequestError). */
export function proxyRefusal(status: number, code: string): ForgeResponse {
  return { status, headers: { 'forge-proxy-error': code }, body: '' };
}

/** A body as JSON; undefined when there is none or it is none. */
export function parseJson(body: string | null): unknown {
  try {
    const parsed: unknown = JSON.parse(body ?? '');
    return parsed;
  } catch {
    return undefined;
  }
}

export function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
