import * as v from 'valibot';
import { takePart } from '../../syncs/deliveries';
import { isRightToken } from '../../syncs/tokens';
import { systemClock } from '../../platform/clock';
import { factsOf, log } from '../../platform/log';
import { isStoreBusy } from '../../platform/store-busy';

/** The answers that manifest.yml declares: they are static, so that nothing leaves by this way. */
type OutputKey = 'taken' | 'refused' | 'malformed' | 'conflict' | 'too-large' | 'busy' | 'failed';

const lists = v.record(v.string(), v.array(v.string()));
/** What the platform sends of a request (Forge, web trigger events); the body is a string. */
const eventSchema = v.object({
  method: v.string(),
  body: v.optional(v.string(), ''),
  headers: v.optional(lists, {}),
  queryParameters: v.optional(lists, {}),
});
type WebTriggerEvent = v.InferOutput<typeof eventSchema>;

/**
 * Takes a part of a delivery from outside. Anyone can call it: nothing is read of the request beside its sync and its token
 * before that has proved right, and every refusal before that is the same.
 */
export async function deliver(event: unknown): Promise<{ outputKey: OutputKey }> {
  try {
    return { outputKey: await outputOf(event) };
  } catch (error) {
    if (isStoreBusy(error)) return { outputKey: 'busy' };
    log('delivery-failed', factsOf(error));
    return { outputKey: 'failed' };
  }
}

async function outputOf(event: unknown): Promise<OutputKey> {
  const parsed = v.safeParse(eventSchema, event);
  if (!parsed.success) return 'refused';
  const request = parsed.output;
  const syncId = queryOf(request, 'sync') ?? '';
  if (!/^[0-9a-f-]{36}$/.test(syncId)) return 'refused';
  if (!(await isRightToken(syncId, tokenOf(request), systemClock))) return 'refused';
  if (request.method !== 'POST' && request.method !== 'PUT') return 'malformed';
  const part = {
    id: queryOf(request, 'delivery') ?? null,
    part: Number(queryOf(request, 'part') ?? '1'),
    parts: Number(queryOf(request, 'parts') ?? '1'),
    isTest: queryOf(request, 'test') === '1',
    body: request.body,
  };
  return takePart(syncId, part, systemClock);
}

const queryOf = ({ queryParameters }: WebTriggerEvent, name: string): string | undefined => queryParameters[name]?.[0];

/** The token of `Authorization: Bearer <token>`; empty where there is none. */
function tokenOf({ headers }: WebTriggerEvent): string {
  const found = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization');
  return /^Bearer +(\S+)$/i.exec(found?.[1][0] ?? '')?.[1] ?? '';
}
