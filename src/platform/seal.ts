import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import type { Clock } from './clock';

/** Where the key of the installation is, in the store for secrets. It never leaves the back end. */
const KEY_NAME = 'statement-key';
const KEY_BYTES = 32;

const keySchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const sealedSchema = v.object({ until: v.number(), statement: v.unknown() });

/** What is wrong with a seal: it is not one of this installation, or its time has passed. */
export type SealProblem = 'forged' | 'expired';
export type Opened<T> = { ok: true; statement: T } | { ok: false; problem: SealProblem };

/** Makes statements that leave through the browser and can be believed when they come back. */
export interface Sealer {
  /** The statement can be read by whoever holds it, and changed by nobody. Valid for `validMs` milliseconds. */
  seal: (statement: unknown, validMs: number) => string;
  /** The statement, parsed; or why it is not to be believed. Of another shape is as good as forged. */
  open: <Schema extends v.GenericSchema>(sealed: string, schema: Schema) => Opened<v.InferOutput<Schema>>;
}

/** The sealer of this installation. Its key is made when it is first needed. */
export async function openSealer(clock: Pick<Clock, 'now'>): Promise<Sealer> {
  return createSealer(await readOrMakeKey(), clock);
}

/** A sealer with a given key: 64 hexadecimal digits. */
export function createSealer(key: string, clock: Pick<Clock, 'now'>): Sealer {
  const signatureOf = (body: string): Buffer => createHmac('sha256', Buffer.from(key, 'hex')).update(body).digest();
  return {
    seal(statement, validMs) {
      const sealed: v.InferInput<typeof sealedSchema> = { until: clock.now() + validMs, statement };
      const body = Buffer.from(JSON.stringify(sealed)).toString('base64url');
      return `${body}.${signatureOf(body).toString('base64url')}`;
    },
    open(sealed, schema) {
      const [body = '', signature = '', ...more] = sealed.split('.');
      const given = Buffer.from(signature, 'base64url');
      const right = signatureOf(body);
      const isOurs = more.length === 0 && given.length === right.length && timingSafeEqual(given, right);
      if (!isOurs) return { ok: false, problem: 'forged' };
      const { until, statement } = v.parse(sealedSchema, JSON.parse(Buffer.from(body, 'base64url').toString()));
      if (clock.now() >= until) return { ok: false, problem: 'expired' };
      const parsed = v.safeParse(schema, statement);
      return parsed.success ? { ok: true, statement: parsed.output } : { ok: false, problem: 'forged' };
    },
  };
}

async function readOrMakeKey(): Promise<string> {
  const stored = await readKey();
  if (stored !== undefined) return stored;
  const made = randomBytes(KEY_BYTES).toString('hex');
  try {
    await kvs.setSecret(KEY_NAME, made, { keyPolicy: 'FAIL_IF_EXISTS' });
    return made;
  } catch (error) {
    // Another first call was faster: its key is the key then.
    const other = await readKey();
    if (other === undefined) throw error;
    return other;
  }
}

async function readKey(): Promise<string | undefined> {
  const stored = await kvs.getSecret<unknown>(KEY_NAME);
  return stored === undefined ? undefined : v.parse(keySchema, stored);
}
