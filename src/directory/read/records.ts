import type { DirectoryEntity, DirectoryRecord } from '../../contract/directory';
import type { RequestOf, ResponseOf } from '../../contract/resolvers';
import { partJson } from '../../domain/directory/part';
import { type Kept, wholeReading } from '../../domain/directory/state';
import { fold } from '../../domain/fold';
import { JobRefusal } from '../../jobs/store/refusal';
import { pack } from '../../platform/gzip';
import { isBehind } from './behind';
import { openDirectory } from './shown';

/** Parts of one call: packed, each is less than 230,000 characters. A resolver answers with 5 MB at the most. */
const PARTS_PER_CALL = 16;

const ADVICE =
  'Compare with your site itself, or wait until the directory has caught up: some minutes after an import.';

/** The records that a comparison needs, some parts a call. @see directory.records of the contract */
export async function recordParts({
  entity,
  fields,
  from,
}: RequestOf<'directory.records'>): Promise<ResponseOf<'directory.records'>> {
  const shown = await openDirectory(entity, from).catch(meanwhile);
  if (shown === null) throw new JobRefusal('CONFLICT', 'The directory is empty.', ADVICE);
  const { generation, reading, parts: of } = shown;
  const trim = trimmer(fields);
  const packed: string[] = [];
  const first = from?.part ?? 0;
  const to = Math.min(of, first + PARTS_PER_CALL);
  await shown.read(first, to, (records) => packed.push(pack(partJson(records.map(trim))))).catch(meanwhile);
  // Looked at last: what was changed while the parts were read counts as well.
  if (await isBehind(reading))
    throw new JobRefusal('CONFLICT', 'The app has changed your site since it was read for the directory.', ADVICE);
  return {
    packed,
    asOf: wholeReading(reading).startedAt,
    hasValues: reading.hasValues,
    isWhole: isWhole(entity, reading),
    read: to,
    of,
    next: to < of ? { generation, part: to, matched: 0 } : null,
  };
}

/** What says that the directory was renewed speaks of a list. */
function meanwhile(error: unknown): never {
  throw error instanceof JobRefusal
    ? new JobRefusal('CONFLICT', 'Your site was read again meanwhile.', 'Compare the rows again.')
    : error;
}

const isWhole = (entity: DirectoryEntity, { gaps }: Pick<Kept, 'gaps'>): boolean =>
  !gaps.some(({ of }) => of === `${entity}s` || (of === 'accounts' && entity === 'customer'));

/** Leaves of a record what can be compared. */
function trimmer(fields: readonly string[]): (record: DirectoryRecord) => DirectoryRecord {
  const wanted = new Set(fields.map(fold));
  return (record) => ({
    ...record,
    customers: null,
    values: record.values.filter(([name]) => wanted.has(fold(name))),
    entitlements: record.entitlements
      .filter(({ via }) => via === null)
      .map(({ product }) => ({ product, endsOn: null, via: null })),
  });
}
