import * as v from 'valibot';
import type { Clock } from '../../clock';
import type { Chain } from '../invocation';
import * as limits from '../limits';
import type { Consumer } from '../../manifest';
import { RateWindow } from '../rate-window';
import { type ForgeRequest, type ForgeResponse, bytesOf, emptyResponse, jsonResponse, parseJson } from '../wire';
import type { Delivery } from './delivery';

const PATH_PREFIX = '/webhook/queue/';

const eventSchema = v.object({
  body: v.record(v.string(), v.unknown()),
  delayInSeconds: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(limits.MAX_DELAY_SECONDS)), 0),
  concurrency: v.optional(v.object({ key: v.string(), limit: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
});
const publishSchema = v.object({
  queueName: v.string(),
  jobId: v.string(),
  payload: v.pipe(v.array(eventSchema), v.minLength(1), v.maxLength(limits.PUSH_EVENTS)),
});
const jobSchema = v.object({ queueName: v.string(), jobId: v.string() });

export interface QueueServiceOptions {
  clock: Clock;
  consumers: ReadonlyMap<string, Consumer>;
  delivery: Delivery;
  newId: () => string;
  onPush: (events: number) => void;
}

/** Takes pushes in and refuses what the async events API refuses, in the answers that @forge/events 3.0 understands. */
export class QueueService {
  private readonly rate: RateWindow;

  constructor(private readonly options: QueueServiceOptions) {
    this.rate = new RateWindow(options.clock, limits.MINUTE_MS, limits.PUSHED_EVENTS_PER_MINUTE);
  }

  handles({ path }: Pick<ForgeRequest, 'path'>): boolean {
    return path.startsWith(PATH_PREFIX);
  }

  handle({ path, body }: Pick<ForgeRequest, 'path' | 'body'>, chain: Chain): ForgeResponse {
    const [operation] = path.slice(PATH_PREFIX.length).split('/');
    try {
      if (operation === 'publish') return this.publish(v.parse(publishSchema, parseJson(body)), chain);
      if (operation === 'stats') return this.stats(v.parse(jobSchema, parseJson(body)));
      if (operation === 'cancel') return this.cancel(v.parse(jobSchema, parseJson(body)));
    } catch (error) {
      if (v.isValiError(error)) return jsonResponse(400, { code: 400, message: error.message });
      throw error;
    }
    return jsonResponse(404, { code: 404, message: 'Not found' });
  }

  private publish({ queueName, jobId, payload }: v.InferOutput<typeof publishSchema>, chain: Chain): ForgeResponse {
    const { clock, consumers, delivery, newId, onPush } = this.options;
    const consumer = consumers.get(queueName);
    if (!consumer) return jsonResponse(400, { code: 400, message: `No consumer reads the queue '${queueName}'.` });
    const tooBig = oversize(payload, consumer);
    if (tooBig) return jsonResponse(413, { errorMessage: tooBig });
    if (chain.pushes >= limits.PUSHES_PER_CHAIN) return emptyResponse(405);
    if (!this.rate.fits(payload.length)) return emptyResponse(429);
    this.rate.take(payload.length);
    chain.pushes += 1;
    onPush(payload.length);
    for (const { body, delayInSeconds, concurrency } of payload) {
      delivery.accept(
        {
          eventId: newId(),
          jobId,
          queueName,
          body,
          concurrency: concurrency ?? null,
          chain,
          pushedAt: clock.now(),
          retry: null,
        },
        delayInSeconds * 1000,
      );
    }
    return emptyResponse(201);
  }

  private stats({ jobId }: v.InferOutput<typeof jobSchema>): ForgeResponse {
    const progress = this.options.delivery.progress(jobId);
    return progress ? jsonResponse(200, progress) : jsonResponse(404, { code: 404, message: 'Job not found' });
  }

  private cancel({ jobId }: v.InferOutput<typeof jobSchema>): ForgeResponse {
    return this.options.delivery.cancel(jobId)
      ? emptyResponse(204)
      : jsonResponse(404, { code: 404, message: 'Job not found' });
  }
}

function oversize(payload: readonly object[], consumer: Consumer): string | null {
  const sizes = payload.map((event) => bytesOf(JSON.stringify(event)));
  if (bytesOf(JSON.stringify(payload)) > limits.PUSH_BYTES) {
    return `The maximum payload size is ${limits.PUSH_BYTES / limits.KB}KB.`;
  }
  const longRunning = consumer.function.timeoutMs > limits.BACKGROUND_TIMEOUT_MS;
  if (longRunning && sizes.some((size) => size > limits.LONG_RUNNING_EVENT_BYTES)) {
    return `The maximum size of an event for a long running function is ${limits.LONG_RUNNING_EVENT_BYTES / limits.KB}KB.`;
  }
  return null;
}
