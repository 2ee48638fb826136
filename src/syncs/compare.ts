import { MAX_TOUCHED, type SyncCounts, type Touched } from '../contract/syncs';
import type { CsmClient } from '../csm/client';
import { acceptedRows } from '../domain/file/check/accepted-rows';
import { type CheckedFile, checkFile } from '../domain/file/check/check-file';
import type { RawRow } from '../domain/file/check/row-check';
import { fold } from '../domain/fold';
import type { AppliedRecords } from '../domain/syncs/applied-records';
import { type StoredLabel, readStoredLabel } from '../domain/syncs/record-label';
import { type RowTexts, identifyingColumns, identityOf, rowTexts } from '../domain/syncs/row-texts';
import type { Delivery, Sync } from '../domain/syncs/sync';
import { packedStore } from '../platform/packed-file';
import { readApplied, readLabels } from './applied';
import { MOST_NAMES_BESIDE_IDS, lookupAs, openExport } from './export';
import { type RowHashes, rowHasher } from './hashes';
import { type IsShared, readShared } from './shared-records';

/** A record that is no longer in the export: what is known of it, and how the export called it. */
export interface VanishedRecord extends StoredLabel {
  key: number;
}

/** What a delivery would do to the site. */
export interface Comparison {
  checked: CheckedFile;
  /** Rows that are in order and say, with those that are joined with them, what was applied: they are not sent. */
  unchanged: ReadonlySet<number>;
  counts: SyncCounts;
  touched: Touched[];
  /** The records that are not in it and are known by what identifies records now, as the export called them. */
  vanished: VanishedRecord[];
  /** Whether a row of it names a record by this, as identityOf writes it. */
  names: (identity: string) => boolean;
  /** How many records are known, without those that were gone before. */
  known: number;
  /** What else is to be known of it; empty where nothing is. */
  remark: string;
}

/**
 * Reads a delivery and compares it with what was applied. Rows that have not changed are neither checked nor looked up; the
 * others are checked as an import is. Throws RefusedFile where it cannot be applied as a whole.
 */
export async function compareDelivery(sync: Sync, delivery: Delivery, csm: CsmClient): Promise<Comparison> {
  const { file, setup } = await openExport(sync, delivery, csm);
  const { fields } = setup;
  const applied = await readApplied(sync.id, sync.applied);
  const known = applied.present;
  const hash = await rowHasher(sync.id);
  const { then } = sync.vanished;
  const asksForNames = then === 'set' || then === 'take-out';
  const textsOf = rowTexts(setup, fields);
  const isShared = await readShared(file, setup, textsOf);
  const changes = new Changes({ applied, textsOf, hash, asksForNames, isShared });
  const pass = { signal: new AbortController().signal, progress: () => undefined };
  const checked = await checkFile(file, setup, lookupAs(csm), pass, {
    isLeft: (row) => changes.isLeft(row),
    store: packedStore,
    mostNames: MOST_NAMES_BESIDE_IDS,
  });
  const { touched, same, counts } = await changes.count(checked);
  const places = [...applied.vanished()];
  const labels = places.length === 0 ? [] : await readLabels(sync.id, sync.applied);
  const all = places.map((place) => ({ ...readStoredLabel(labels[place] ?? ''), key: applied.keyAt(place) }));
  // One that was known by an email, where an ID identifies by now, would be looked for by that.
  const [identity] = identifyingColumns(setup, fields);
  const keyOf = (name: string): number => hash({ identity: name, others: [], label: '', content: '' }).key;
  const isById = ({ label, key }: { label: string; key: number }): boolean =>
    keyOf(identityOf(identity, label)) === key;
  return {
    checked,
    unchanged: same,
    touched: [...vanishedFirst(all.map(({ label }) => label)), ...touched].slice(0, MAX_TOUCHED),
    vanished: all.filter(isById),
    names: (name) => changes.names(keyOf(name)),
    known,
    counts: { ...counts, vanished: all.length, failed: 0 },
    remark: remarkOf(file.facts.headers, sync, changes.twice),
  };
}

/** Those that are missing come first: an export that was cut short shows in them. */
const vanishedFirst = (labels: readonly string[]): Touched[] =>
  labels.slice(0, MAX_TOUCHED / 2).map((label) => [label, 'vanished']);

/** What is to be known of a delivery beside its numbers; empty where nothing is. */
function remarkOf(headers: readonly string[], sync: Sync, twice: number): string {
  const known = new Set(sync.mapping.columns.map(({ header }) => fold(header)));
  const others = headers.filter((header) => !known.has(fold(header)));
  const remarks: string[] = [];
  if (others.length > 0) remarks.push(`Columns that the sync doesn’t know: ${others.join(', ')}.`);
  if (twice > 0) remarks.push(`Rows that name a record which an earlier row has: ${twice}. The earlier rows count.`);
  return remarks.join(' ');
}

interface ChangesFacts {
  applied: AppliedRecords;
  textsOf: (cells: readonly string[]) => RowTexts;
  hash: (texts: RowTexts) => RowHashes;
  /** Somebody will ask what its rows are named by: keeping that takes some 40 bytes a name. */
  asksForNames: boolean;
  /** Rows about one record are compared once they are joined. */
  isShared: IsShared;
}

/** Tells rows that have changed from those that have not. */
class Changes {
  /** Rows of a record that an earlier row has, which has not changed. */
  twice = 0;
  #rows = 0;
  #unchanged = 0;
  /** Numbers of the rows whose record is known. */
  readonly #known = new Set<number>();
  /** Keys of what its rows are named by beside what they are known by, and of those of new records. */
  readonly #others = new Set<number>();

  constructor(private readonly facts: ChangesFacts) {}

  isLeft({ number, cells }: RawRow): boolean {
    const { applied, textsOf, hash, asksForNames, isShared } = this.facts;
    this.#rows += 1;
    const texts = textsOf(cells);
    const { key, print } = hash(texts);
    if (asksForNames) for (const identity of texts.others) this.#others.add(hash({ ...texts, identity }).key);
    const place = applied.find(key);
    if (place < 0) {
      if (asksForNames) this.#others.add(key);
      return false;
    }
    if (isShared(texts)) {
      applied.see(place, 'changed');
      return false;
    }
    const isSame = applied.printAt(place) === print;
    const before = applied.see(place, isSame ? 'same' : 'changed');
    if (before === 'same') {
      this.twice += 1;
      return true;
    }
    if (isSame && before === null) {
      this.#unchanged += 1;
      return true;
    }
    // The check tells a second row of a record that is sent.
    this.#known.add(number);
    return false;
  }

  /** Whether a row is named by this. */
  names(key: number): boolean {
    return this.#others.has(key) || this.facts.applied.isSeen(key);
  }

  async count(checked: CheckedFile) {
    const { summary } = checked;
    const [counts, touched, same] = [
      { new: 0, changed: 0, unchanged: this.#unchanged },
      [] as Touched[],
      new Set<number>(),
    ];
    for await (const [number, cells] of acceptedRows(checked)) {
      const texts = this.facts.textsOf(cells);
      const what = this.#whatOf(number, texts);
      counts[what] += 1;
      if (what === 'unchanged') same.add(number);
      else if (touched.length < MAX_TOUCHED) touched.push([texts.label, what]);
    }
    const { leftOut, joined = 0 } = summary;
    return { touched, same, counts: { rows: this.#rows, ...counts, joined, leftOut } };
  }

  /** What a row is that was checked, with those that are joined with it. */
  #whatOf(number: number, texts: RowTexts): 'new' | 'changed' | 'unchanged' {
    const { applied, hash, isShared } = this.facts;
    if (!isShared(texts)) return this.#known.has(number) ? 'changed' : 'new';
    const { key, print } = hash(texts);
    const place = applied.find(key);
    if (place < 0) return 'new';
    return applied.printAt(place) === print ? 'unchanged' : 'changed';
  }
}
