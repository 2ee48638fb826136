import * as v from 'valibot';
import type { WebTrigger } from '../../manifest';
import { installContext } from '../arguments';
import type { Outcome } from '../invocation';
import { WEB_TRIGGER_REQUEST_BYTES } from '../limits';
import { type ForgeResponse, bytesOf, jsonResponse } from '../wire';

/** A request from anywhere to the URL of a web trigger. */
export interface WebTriggerRequest {
  method: string;
  /** With its query, as `webTrigger.getUrl` gave it. */
  url: string;
  /** Names as the caller wrote them; a name may come more than once. */
  headers: readonly (readonly [name: string, value: string])[];
  /** Forge hands a function text: what is no UTF-8 has been replaced. */
  body: string;
}

/** What the function is called with. Page: events-reference/web-trigger. */
export interface WebTriggerEvent {
  method: string;
  path: string;
  userPath: string;
  headers: Record<string, string[]>;
  queryParameters: Record<string, string[]>;
  body?: string;
}

export function webTriggerEvent(
  { method, headers, body }: WebTriggerRequest,
  url: URL,
  { path, userPath }: Pick<WebTriggerEvent, 'path' | 'userPath'>,
): WebTriggerEvent {
  return {
    method,
    path,
    userPath,
    headers: lists(headers),
    queryParameters: lists(url.searchParams),
    ...(body === '' ? {} : { body }),
  };
}

export const webTriggerArguments = (event: WebTriggerEvent): unknown[] => [event, { installContext }];

export const isTooLarge = (event: WebTriggerEvent): boolean =>
  bytesOf(JSON.stringify(event)) > WEB_TRIGGER_REQUEST_BYTES;

export const tooLarge = (): ForgeResponse => refusal(413, 'The request has more than 500 KB, headers included.');
export const unknownUrl = (): ForgeResponse => refusal(404, 'There is no web trigger with this URL.');

/** The declared output that the function chose. Forge documents 500 for any other result; 504 after the time is assumed. */
export function webTriggerAnswer({ outputs }: WebTrigger, outcome: Outcome): ForgeResponse {
  if (outcome.kind === 'timed-out') return refusal(504, 'The web trigger did not answer in time.');
  const chosen = v.safeParse(resultSchema, outcome.kind === 'returned' ? outcome.value : undefined);
  const output = chosen.success ? outputs.get(chosen.output.outputKey) : undefined;
  if (!output) return refusal(500, 'There was an error invoking the web trigger.');
  return {
    status: output.statusCode,
    headers: output.contentType === undefined ? {} : { 'content-type': output.contentType },
    body: output.body,
  };
}

const resultSchema = v.object({ outputKey: v.string() });

const refusal = (status: number, message: string): ForgeResponse => jsonResponse(status, { code: status, message });

function lists(pairs: Iterable<readonly [string, string]>): Record<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const [name, value] of pairs) byName.set(name, [...(byName.get(name) ?? []), value]);
  return Object.fromEntries(byName);
}
