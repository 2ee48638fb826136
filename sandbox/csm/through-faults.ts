import { happens, pick, type FailureKind, type Faults } from './faults';

interface Clock {
  now(): number;
  sleep(ms: number): Promise<void>;
}

export interface SiteResponse {
  status: number;
  /** By lower-case name. */
  headers: Record<string, string>;
  body: string;
}

const JSON_HEADERS = { 'content-type': 'application/json' };
const HTML_HEADERS = { 'content-type': 'text/html; charset=utf-8' };

/**
 * Puts a request through the faults of the moment. At most one strikes; where a request fails after it was applied, its
 * answer is lost and the failure comes in its place.
 * @param apply answers the request as a site without faults would.
 */
export async function throughFaults(
  faults: Faults,
  { clock, random }: { clock: Clock; random: () => number },
  apply: () => SiteResponse,
): Promise<SiteResponse> {
  const latency = faults.latencyMs + spreadOf(faults.latencySpreadMs, random);
  if (latency > 0) await clock.sleep(latency);
  if (faults.down) return failure('503', faults, clock);
  if (happens(faults.throttleRate, random)) return failure('429', faults, clock);
  const kind = happens(faults.failRate, random) ? pick(faults.failureKinds, random) : undefined;
  if (kind === undefined) return apply();
  if (kind !== '429' && happens(faults.failAfterApplyingRate, random)) apply();
  if (kind === 'hang') await clock.sleep(faults.hangMs);
  return failure(kind, faults, clock);
}

function spreadOf(spread: number, random: () => number): number {
  return spread === 0 ? 0 : (random() * 2 - 1) * spread;
}

function failure(kind: FailureKind, faults: Faults, clock: Clock): SiteResponse {
  const text = (status: number, message: string): SiteResponse => ({
    status,
    headers: JSON_HEADERS,
    body: JSON.stringify({ errorMessage: message, errors: [message], statusCode: status }),
  });
  switch (kind) {
    case '500':
      return text(500, 'Internal server error');
    case '502-html':
      return { status: 502, headers: HTML_HEADERS, body: '<html><head><title>502 Bad Gateway</title></head></html>' };
    case '503':
      return text(503, 'Service unavailable');
    case '504':
    case 'hang':
      return {
        status: 504,
        headers: HTML_HEADERS,
        body: '<html><head><title>504 Gateway Time-out</title></head></html>',
      };
    case '429': {
      const answer = text(429, 'Rate limit exceeded');
      return { ...answer, headers: { ...answer.headers, ...retryAfter(faults, clock) } };
    }
  }
}

const SECOND_MS = 1_000;

function retryAfter({ retryAfter: form, retryAfterSeconds }: Faults, clock: Clock): Record<string, string> {
  if (form === 'absent') return {};
  const value =
    form === 'seconds'
      ? String(retryAfterSeconds)
      : new Date(clock.now() + retryAfterSeconds * SECOND_MS).toUTCString();
  return { 'retry-after': value };
}
