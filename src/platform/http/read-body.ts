import * as v from 'valibot';
import type { HttpRequest } from './request';
import type { Answer } from './sender';
import { unreadable } from './site-error';

/** The body as `schema` reads it. Throws an `unreadable` SiteError that names the place and not the value. */
export function readBody<Schema extends v.GenericSchema>(
  schema: Schema,
  { operation, effect }: Pick<HttpRequest, 'operation' | 'effect'>,
  { status, body }: Answer,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const place = v.getDotPath(issue) ?? 'the body';
  throw unreadable(operation, effect, status, `${place} is not ${issue.expected ?? 'as expected'}`);
}
