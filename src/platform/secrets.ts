import { kvs } from '@forge/kvs';

/** The secret under `key`, or undefined. What comes back is unknown: who reads it parses it. */
export function readSecret(key: string): Promise<unknown> {
  return kvs.getSecret<unknown>(key);
}

export function writeSecret(key: string, value: string | object): Promise<void> {
  return kvs.setSecret(key, value);
}

/** Deleting what is not there is no error. */
export function deleteSecret(key: string): Promise<void> {
  return kvs.deleteSecret(key);
}
