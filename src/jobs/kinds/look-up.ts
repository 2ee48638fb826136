import type { ImportPlan, StoredRow } from '../../contract/imports';
import { findOrganizations } from '../../csm/names';
import { fold } from '../../domain/fold';
import type { ImportKind } from '../../domain/kinds/kind';
import { idAndEmailReader, otherCustomer } from '../../domain/kinds/identities/id-and-email';
import type { SeenProfile } from '../../domain/kinds/customer-profiles/seen';
import type { Reference } from '../../domain/kinds/reference';
import { inParallel } from '../../platform/in-parallel';
import { DamagedError } from '../store/damaged';
import { eachAlone } from './on-site/each-alone';
import { fetchProfiles } from './on-site/customers-seen';
import type { SiteApi } from './site-api';

/** Searches at once. Well under the burst limit of Jira Cloud's REST API (about 100 reads a second). */
const SEARCHES_AT_ONCE = 5;
/** Customers with one External ID that are asked for: more than one is told as several. */
const ENOUGH_TO_TELL = 5;

/** Ids by what names them; several where the site has more than one of that name, none where it has nothing. */
type Found = ReadonlyMap<string, readonly string[]>;

/** What finds the ids of a reference. IDs of other systems can differ in letter case alone. */
export const keyOf = ({ entity, by, value }: Reference): string =>
  `${entity} ${by} ${by === 'External ID' ? value : fold(value)}`;

/** A row with the ids of what it names, and what the site shows of that; or why it cannot be sent. */
export type Resolved<Operation, Shown> = { ids: string[]; operation: Operation; shown?: Shown } | { problem: string };

/** Asks the site what there is to show of operations: null for one whose entity is not there, or why it will fail. */
export type Show<Operation, Shown> = (
  site: SiteApi,
  operations: readonly Operation[],
) => Promise<readonly (Shown | string | null)[]>;

/**
 * Finds the ids of what rows name, each name asked for once, and what there is to show of it. A name that nobody or more
 * than one has is a problem of its row. @throws DamagedError for rows that are not in order
 */
export async function lookUpRows<Operation extends object, Shown extends object>(
  site: SiteApi,
  kind: ImportKind<Operation>,
  rows: readonly StoredRow[],
  plan: ImportPlan,
  show: Show<Operation, Shown> | undefined,
): Promise<Resolved<Operation, Shown>[]> {
  const encode = kind.encoder(plan);
  const encoded = rows.map(([, cells]) => encode(cells));
  const references = encoded.map((row) => {
    if (!('references' in row)) throw new DamagedError('data');
    return row.references;
  });
  const found = await findAll(site, references.flat());
  const taken = await takenEmails(site, references.flat(), found);
  const others = await othersById(site, kind, rows, plan);
  const resolved = references.map((own, at): Resolved<Operation, never> => {
    const other = others.get(at);
    if (other !== undefined) return { problem: other };
    const ids = idsOf(own, found, taken);
    if (typeof ids === 'string') return { problem: ids };
    const left = ids.values();
    const { operation } = encode(rows[at]?.[1] ?? [], () => left.next().value ?? '');
    if (operation === null) throw new DamagedError('data');
    return { ids, operation };
  });
  return show === undefined ? resolved : withShown(site, resolved, show);
}

/** Why rows mean two customers by their ID and their email address, by the index of the row. */
async function othersById(
  site: SiteApi,
  kind: ImportKind,
  rows: readonly StoredRow[],
  plan: ImportPlan,
): Promise<ReadonlyMap<number, string>> {
  const read = plan.comparesIds === true ? idAndEmailReader(kind, plan) : null;
  const named = rows.flatMap(([, cells], at) => {
    const both = read?.(cells) ?? null;
    return both === null ? [] : [{ at, both }];
  });
  if (named.length === 0) return new Map();
  const ids = [...new Set(named.map(({ both }) => both.id))];
  const profiles = await eachAlone(ids, async (some) => {
    const fetched = await fetchProfiles(site, some);
    return some.map((id) => ({ id, email: fetched.get(id)?.email }));
  });
  const emails = new Map(profiles.flatMap((one) => (one === null ? [] : [[one.id, one.email]])));
  return new Map(
    named.flatMap(({ at, both }) => {
      // An ID that the site refuses is refused once more when the row is sent, with its words.
      const problem = otherCustomer(both, { email: emails.get(both.id) });
      return problem === null ? [] : [[at, problem] as const];
    }),
  );
}

/** The ids of what a row names, in the order of its references; or why there is no such. */
function idsOf(references: readonly Reference[], found: Found, taken: ReadonlySet<string>): string[] | string {
  const ids: string[] = [];
  for (const reference of references) {
    const [id, ...others] = found.get(keyOf(reference)) ?? [];
    if (id === undefined && reference.orCreates === undefined) return nobody(reference);
    if (taken.has(keyOf(reference))) return belongsToAnother(reference);
    if (id !== undefined && others.length > 0) return several(reference, [id, ...others]);
    ids.push(id ?? '');
  }
  return ids;
}

const nobody = ({ entity, by, value }: Reference): string => `Your site shows no ${entity} with the ${by} “${value}”.`;

const belongsToAnother = ({ orCreates = '', value }: Reference): string =>
  `The email “${orCreates}” is that of a customer with another External ID than “${value}”. Correct one of the two.`;

const several = ({ entity, by, value }: Reference, ids: readonly string[]): string =>
  `Several ${entity}s on your site have the ${by} “${value}”: ${ids.join(', ')}. Use a column with IDs instead.`;

async function findAll(site: SiteApi, references: readonly Reference[]): Promise<Found> {
  const wanted = [...new Map(references.map((reference) => [keyOf(reference), reference])).values()];
  return new Map([
    ...(await findByEmail(
      site,
      wanted.filter(({ by }) => by === 'email'),
    )),
    ...(await findByExternalId(
      site,
      wanted.filter(({ by }) => by === 'External ID'),
    )),
    ...(await findByName(
      site,
      wanted.filter(({ entity }) => entity === 'organization'),
    )),
  ]);
}

/** Finds customers by email. The search may find a namesake whose email is hidden: their profile has to show this very one. */
async function findByEmail(site: SiteApi, wanted: readonly Reference[]): Promise<Found> {
  const searched = new Map<Reference, string>();
  await inParallel(SEARCHES_AT_ONCE, wanted, async (reference) => {
    const id = await site.findCustomerByEmail(reference.value);
    if (id !== undefined) searched.set(reference, id);
  });
  const profiles = await fetchProfiles(site, [...new Set(searched.values())]);
  return new Map(
    wanted.map((reference) => {
      const profile = profiles.get(searched.get(reference) ?? '');
      const isMeant = profile?.email !== undefined && fold(profile.email) === fold(reference.value);
      return [keyOf(reference), isMeant ? [profile.customerId] : []];
    }),
  );
}

/** Finds customers by what their detail field External ID holds: just that, as the search may find it in any letter case. */
export async function findByExternalId(site: SiteApi, wanted: readonly Reference[]): Promise<Found> {
  const searched = new Map<Reference, string[]>();
  await inParallel(SEARCHES_AT_ONCE, wanted, async (reference) => {
    const detailFields = [{ name: reference.by, value: reference.value }];
    const query = { maxResults: ENOUGH_TO_TELL };
    const { customers = [] } = await site.csm.call('search-by-detail-field', { query, body: { detailFields } });
    searched.set(
      reference,
      customers.map(({ id }) => id),
    );
  });
  const profiles = await fetchProfiles(site, [...new Set([...searched.values()].flat())]);
  const isMeant = (id: string, { value }: Reference): boolean =>
    externalIdsOf(profiles.get(id)).some((one) => one.trim() === value.trim());
  return new Map(wanted.map((one) => [keyOf(one), (searched.get(one) ?? []).filter((id) => isMeant(id, one))]));
}

const externalIdsOf = (profile: SeenProfile | undefined): readonly string[] =>
  (profile?.details ?? []).find(({ name }) => fold(name) === fold('External ID'))?.value.text ?? [];

/**
 * Rows that create who they name, and whose email is that of somebody with another External ID: they would write over that
 * customer. By the key of the reference.
 */
async function takenEmails(
  site: SiteApi,
  references: readonly Reference[],
  found: Found,
): Promise<ReadonlySet<string>> {
  const open = references.filter((one) => one.orCreates !== undefined && (found.get(keyOf(one)) ?? []).length === 0);
  const byEmail = open.map((one): Reference => ({ entity: 'customer', by: 'email', value: one.orCreates ?? '' }));
  const owners = await findByEmail(site, byEmail);
  const profiles = await fetchProfiles(site, [...new Set([...owners.values()].flat())]);
  const taken = open.filter((one, at) => {
    const [id = ''] = owners.get(keyOf(byEmail[at] ?? one)) ?? [];
    const others = externalIdsOf(profiles.get(id)).filter((value) => value.trim() !== one.value.trim());
    return others.length > 0;
  });
  return new Set(taken.map(keyOf));
}

async function findByName({ csm }: SiteApi, wanted: readonly Reference[]): Promise<Found> {
  const matches = await findOrganizations(
    csm,
    wanted.map(({ value }) => value),
  );
  return new Map(wanted.map((reference, at) => [keyOf(reference), matches[at]?.ids ?? []]));
}

async function withShown<Operation extends object, Shown extends object>(
  site: SiteApi,
  rows: readonly Resolved<Operation, never>[],
  show: Show<Operation, Shown>,
): Promise<Resolved<Operation, Shown>[]> {
  const wanted = rows.flatMap((row, at) => ('ids' in row ? [{ at, operation: row.operation }] : []));
  const answers = await show(
    site,
    wanted.map(({ operation }) => operation),
  );
  const byRow = new Map(wanted.map(({ at }, index) => [at, answers[index]]));
  return rows.map((row, at): Resolved<Operation, Shown> => {
    const shown = byRow.get(at);
    if (!('ids' in row) || shown === undefined) return row;
    if (shown === null) return { problem: 'Your site doesn’t have it.' };
    return typeof shown === 'string' ? { problem: shown } : { ...row, shown };
  });
}
