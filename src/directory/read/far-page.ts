import { MAX_STRETCH_ROWS } from '../../contract/directory';
import type { RequestOf, ResponseOf } from '../../contract/resolvers';
import { gatherPlaces, gatherStretch } from '../../domain/directory/far-page';
import { JobRefusal } from '../../jobs/store/refusal';
import { openList } from './listed';
import { PARTS_PER_CALL, type Shown } from './shown';

type Listed = ResponseOf<'directory.list'>;

/** What the next parts tell of a page that is too far behind to be answered with all rows before it. */
export async function farPlaces(shown: Shown, { query, today, from }: RequestOf<'directory.list'>): Promise<Listed> {
  const gatherer = gatherPlaces(query, today);
  const { read, of } = await someParts(shown, from?.part ?? 0, (records) => gatherer.take(records));
  const told = gatherer.told();
  const matched = (from?.matched ?? 0) + told.matched;
  return { rows: [], matched, read, of, places: [...told.places], next: nextOf(shown, { read, of, matched }) };
}

/** The rows of a stretch, some parts a call. @see directory.stretch of the contract */
export async function stretchRows(request: RequestOf<'directory.stretch'>): Promise<ResponseOf<'directory.stretch'>> {
  const { entity, query, today, stretch, from } = request;
  const shown = await openList(entity, query.filters, from);
  if (shown === null) return { rows: [], before: 0, matched: 0, read: 0, of: 0, next: null };
  const gatherer = gatherStretch(query, today, stretch);
  const { read, of } = await someParts(shown, from.part, (records) => gatherer.take(records));
  const { rows, before, matched: found } = gatherer.gathered();
  if (rows.length > MAX_STRETCH_ROWS)
    throw new JobRefusal('INVALID', 'This page of the list is too far behind.', 'Filter it, or sort it by name.');
  const matched = from.matched + found;
  return { rows, before, matched, read, of, next: nextOf(shown, { read, of, matched }) };
}

async function someParts(shown: Shown, first: number, take: Parameters<Shown['read']>[2]) {
  const of = shown.parts;
  const read = Math.min(of, first + PARTS_PER_CALL);
  await shown.read(first, read, take);
  return { read, of };
}

const nextOf = (
  { generation }: Shown,
  { read, of, matched }: { read: number; of: number; matched: number },
): Listed['next'] => (read < of ? { generation, part: read, matched } : null);
