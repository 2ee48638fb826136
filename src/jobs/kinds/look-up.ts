import type { ImportPlan, StoredRow } from '../../contract/imports';
import { fold } from '../../domain/fold';
import type { LookedUpRow } from '../../domain/jobs/looked-up';
import type { ImportKind } from '../../domain/kinds/kind';
import type { Reference } from '../../domain/kinds/reference';
import { inParallel } from '../../platform/in-parallel';
import { DamagedError } from '../store/damaged';
import type { DirectHalf } from './half';
import { fetchProfiles } from './on-site/customers-seen';
import type { SiteApi } from './site-api';

/** Searches at once. Well under the burst limit of Jira Cloud's REST API (about 100 reads a second). */
const SEARCHES_AT_ONCE = 5;
/** Customers with one External ID that are asked for: more than one is told as several. */
const ENOUGH_TO_TELL = 5;
/** Organizations of one fetch. CSM reference, organization/fetch. */
const ORGANIZATIONS_PER_FETCH = 50;

/** Ids by what names them; several where the site has more than one of that name, none where it has nothing. */
type Found = ReadonlyMap<string, readonly string[]>;

const keyOf = ({ entity, by, value }: Reference): string => `${entity} ${by} ${fold(value)}`;

/**
 * Finds the ids of what rows name, each name asked for once. A name that nobody or more than one has is a problem of its
 * row. For kinds that take things away, what is lost is written down as well.
 */
export async function lookUpRows<Operation extends object>(
  site: SiteApi,
  kind: ImportKind<Operation>,
  rows: readonly StoredRow[],
  plan: ImportPlan,
  direct: DirectHalf<Operation> | undefined,
): Promise<LookedUpRow[]> {
  const encode = kind.encoder(plan);
  const encoded = rows.map(([, cells]) => encode(cells));
  const references = encoded.map((row) => {
    if (!('references' in row)) throw new DamagedError('data');
    return row.references;
  });
  const found = await findAll(site, references.flat());
  const resolved = references.map((own) => resolve(own, found));
  if (direct?.save === undefined) return resolved;
  const operations = rows.map(([, cells], at) => {
    const ids = resolved[at];
    const left = ids !== undefined && 'ids' in ids ? ids.ids.values() : [].values();
    return encode(cells, () => left.next().value ?? '').operation;
  });
  return withSaved(site, resolved, operations, direct.save.bind(direct));
}

function resolve(references: readonly Reference[], found: Found): LookedUpRow {
  const ids: string[] = [];
  for (const reference of references) {
    const [id, ...others] = found.get(keyOf(reference)) ?? [];
    if (id === undefined) return { problem: nobody(reference) };
    if (others.length > 0) return { problem: several(reference, [id, ...others]) };
    ids.push(id);
  }
  return { ids };
}

const nobody = ({ entity, by, value }: Reference): string => `Your site shows no ${entity} with the ${by} “${value}”.`;

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
    ...(await findOrganizations(
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

/** Finds customers by what their detail field External ID holds. */
async function findByExternalId(site: SiteApi, wanted: readonly Reference[]): Promise<Found> {
  const found = new Map<string, readonly string[]>();
  await inParallel(SEARCHES_AT_ONCE, wanted, async (reference) => {
    const detailFields = [{ name: reference.by, value: reference.value }];
    const query = { maxResults: ENOUGH_TO_TELL };
    const { customers = [] } = await site.csm.call('search-by-detail-field', { query, body: { detailFields } });
    found.set(
      keyOf(reference),
      customers.map(({ id }) => id),
    );
  });
  return found;
}

async function findOrganizations(site: SiteApi, wanted: readonly Reference[]): Promise<Found> {
  const found = new Map<string, readonly string[]>();
  for (let from = 0; from < wanted.length; from += ORGANIZATIONS_PER_FETCH) {
    const some = wanted.slice(from, from + ORGANIZATIONS_PER_FETCH);
    const organizationNames = some.map(({ value }) => value);
    const { organizations } = await site.csm.call('get-multiple-organizations', { body: { organizationNames } });
    for (const reference of some) {
      const isMeant = (name: string | undefined) => name !== undefined && fold(name) === fold(reference.value);
      const ids = organizations.flatMap(({ id, name }) => (isMeant(name) && id !== undefined ? [id] : []));
      found.set(keyOf(reference), ids);
    }
  }
  return found;
}

async function withSaved<Operation extends object>(
  site: SiteApi,
  rows: readonly LookedUpRow[],
  operations: readonly (Operation | null)[],
  save: NonNullable<DirectHalf<Operation>['save']>,
): Promise<LookedUpRow[]> {
  const wanted = rows.flatMap((row, at) => {
    const operation = operations[at];
    return 'ids' in row && operation ? [{ at, operation }] : [];
  });
  const saved = await save(
    site,
    wanted.map(({ operation }) => operation),
  );
  const byRow = new Map(wanted.map(({ at }, index) => [at, saved[index]]));
  return rows.map((row, at) => {
    const record = byRow.get(at);
    if (!('ids' in row) || record === undefined) return row;
    return record === null ? { problem: 'Your site doesn’t have it any more.' } : { ...row, saved: record };
  });
}
