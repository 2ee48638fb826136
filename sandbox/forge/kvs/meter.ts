import type { Clock } from '../../clock';
import {
  KEY_BYTES_PER_SECOND,
  KVS_REQUESTS_PER_SECOND,
  KVS_UNITS_PER_MINUTE,
  KVS_UNIT_BYTES,
  MINUTE_MS,
} from '../limits';
import { RateWindow } from '../rate-window';
import { rateLimited } from './errors';

export interface KvsStats {
  requests: number;
  /** In units of 10 KB, as the rate limits count: every operation is rounded up, a transaction as a whole. */
  readUnits: number;
  writtenUnits: number;
  readBytes: number;
  writtenBytes: number;
  refused: number;
}

const SECOND_MS = 1000;

export function unitsOf(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / KVS_UNIT_BYTES));
}

/** Keeps the rate limits of an installation and adds up what it uses. */
export class KvsMeter {
  readonly stats: KvsStats = { requests: 0, readUnits: 0, writtenUnits: 0, readBytes: 0, writtenBytes: 0, refused: 0 };
  private readonly requests: RateWindow;
  private readonly reads: RateWindow;
  private readonly writes: RateWindow;
  private readonly bytesOfKeys = { second: 0, written: new Map<string, number>() };

  constructor(private readonly clock: Pick<Clock, 'now'>) {
    this.requests = new RateWindow(clock, SECOND_MS, KVS_REQUESTS_PER_SECOND);
    this.reads = new RateWindow(clock, MINUTE_MS, KVS_UNITS_PER_MINUTE);
    this.writes = new RateWindow(clock, MINUTE_MS, KVS_UNITS_PER_MINUTE);
  }

  /** @throws KvsError 429 */
  request(): void {
    this.stats.requests += 1;
    this.take(this.requests, 1);
  }

  /** @throws KvsError 429 */
  read(bytes: number, units = unitsOf(bytes)): void {
    this.take(this.reads, units);
    this.stats.readUnits += units;
    this.stats.readBytes += bytes;
  }

  /** @throws KvsError 429 */
  write(bytes: number, units = unitsOf(bytes)): void {
    this.take(this.writes, units);
    this.stats.writtenUnits += units;
    this.stats.writtenBytes += bytes;
  }

  /** @throws KvsError 429 when one key would take more than 1 MB within a second */
  writeKey(key: string, bytes: number): void {
    const second = Math.floor(this.clock.now() / SECOND_MS);
    if (second !== this.bytesOfKeys.second) {
      this.bytesOfKeys.second = second;
      this.bytesOfKeys.written.clear();
    }
    const written = (this.bytesOfKeys.written.get(key) ?? 0) + bytes;
    if (written > KEY_BYTES_PER_SECOND) this.refuse();
    this.bytesOfKeys.written.set(key, written);
  }

  private take(window: RateWindow, amount: number): void {
    if (!window.fits(amount)) this.refuse();
    window.take(amount);
  }

  private refuse(): never {
    this.stats.refused += 1;
    throw rateLimited();
  }
}
