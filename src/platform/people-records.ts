import * as v from 'valibot';
import { type PeopleNow, isFormer } from '../domain/people';
import type { StoredAccount } from './account-reports';
import { changeExisting } from './change-record';
import { readRecord } from './records';

/** A stored record that names people by their Atlassian accounts. */
export interface PeopleRecord {
  key: string;
  /** The accounts of those it names, each with the time at which its name was read; where it keeps the ID alone, that is `now`. */
  accounts: (now: number) => Promise<StoredAccount[]>;
  /** Writes who has changed. Where the record is gone, or names nobody of them, nothing happens. */
  change: (now: PeopleNow, at: number) => Promise<void>;
}

interface Options<S extends v.GenericSchema> {
  key: string;
  /** Of what names people alone. It keeps all else as it is: what cannot be read of a record must not be lost. */
  schema: S;
  accountsOf: (value: v.InferOutput<S>, now: number) => StoredAccount[];
  /** The record with people as they are now. `at`: milliseconds since 1970. */
  changed: (value: v.InferOutput<S>, now: PeopleNow, at: number) => v.InferOutput<S>;
}

/** Of what this version of the app cannot read it is not known whom it names: it goes with its record. */
export function peopleRecord<S extends v.GenericSchema>(options: Options<S>): PeopleRecord {
  const { key, schema, changed } = options;
  const accountsOf = (value: v.InferOutput<S>, at: number): StoredAccount[] =>
    options.accountsOf(value, at).filter(({ accountId }) => accountId !== '' && !isFormer(accountId));
  return {
    key,
    async accounts(now) {
      const found = await readRecord(key, v.unknown());
      const value = v.safeParse(schema, found?.value);
      return value.success ? accountsOf(value.output, now) : [];
    },
    async change(now, at) {
      await changeExisting(key, schema, (value) =>
        accountsOf(value, at).some(({ accountId }) => now.has(accountId)) ? changed(value, now, at) : null,
      );
    },
  };
}
