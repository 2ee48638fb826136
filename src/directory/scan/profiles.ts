import type { DirectoryEntity, DirectoryRecord } from '../../contract/directory';
import type { CsmClient } from '../../csm/client';
import type {
  CustomerAccountProfile,
  OrganizationProfile,
  ProfileDetailField,
  ProfileEntitlementField,
} from '../../csm/contract/schemas.gen';
import { SiteError } from '../../platform/http/site-error';

/** Profiles of one fetch. CSM reference, customer/profile/fetch and organization/profile/fetch. */
export const PROFILES_PER_FETCH = 25;

/** What of a profile is kept. */
export interface Kept {
  hasValues: boolean;
  /** The detail field of entitlements that says when they end. */
  endField: string | null;
}

export interface ProfilesRead {
  records: DirectoryRecord[];
  /** Of organizations, their customers. */
  members: string[];
  unread: { id: string; reason: string }[];
}

/** Reads some profiles: `ids` are at most PROFILES_PER_FETCH. */
type Read = (ids: readonly string[]) => Promise<ProfilesRead>;

/**
 * Reads up to 25 profiles. What is not there is left out, as the site does. Where the site refuses the request, it is
 * asked in halves, so that what it says against one costs no other; what it refuses by itself is told as unread.
 * @throws SiteError where it is down or throttles, and where it allows none of several to be read
 */
export async function readProfiles(
  csm: CsmClient,
  entity: DirectoryEntity,
  ids: readonly string[],
  kept: Kept,
  now: number,
): Promise<ProfilesRead> {
  const forbidden: SiteError[] = [];
  const read: Read = async (some) => {
    try {
      return await fetchProfiles(csm, entity, some, kept, now);
    } catch (error) {
      if (!(error instanceof SiteError) || !isOfOne(error)) throw error;
      if (error.kind === 'forbidden') forbidden.push(error);
      const [first, ...more] = some;
      if (first === undefined || more.length > 0) return inHalves(some, read);
      return { records: [], members: [], unread: [{ id: first, reason: reasonOf(error) }] };
    }
  };
  const all = await read(ids);
  // Nothing may be read: that is about who asks, not about what is asked for.
  const [first] = forbidden;
  if (first !== undefined && ids.length > 1 && all.unread.length === ids.length) throw first;
  return all;
}

async function inHalves(ids: readonly string[], read: Read): Promise<ProfilesRead> {
  const half = Math.ceil(ids.length / 2);
  const halves = [await read(ids.slice(0, half)), await read(ids.slice(half))];
  return {
    records: halves.flatMap(({ records }) => records),
    members: halves.flatMap(({ members }) => members),
    unread: halves.flatMap(({ unread }) => unread),
  };
}

/** Whether what the site says can be about one of several that were asked for. */
const isOfOne = ({ kind }: SiteError): boolean =>
  kind === 'forbidden' || kind === 'bad-request' || kind === 'not-found' || kind === 'precondition';

const reasonOf = ({ serverMessages, status }: SiteError): string =>
  serverMessages.join(' ') || `Your site responded with status ${status ?? 'unknown'}.`;

async function fetchProfiles(
  csm: CsmClient,
  entity: DirectoryEntity,
  ids: readonly string[],
  kept: Kept,
  now: number,
): Promise<ProfilesRead> {
  const expand: 'entitlements'[] = ['entitlements'];
  if (entity === 'customer') {
    const body = { customerIds: [...ids], expand };
    const { profiles } = await csm.call('get-multiple-customer-profiles', { body });
    return { records: profiles.map((profile) => customerRecord(profile, kept, now)), members: [], unread: [] };
  }
  const body = { organizationIds: [...ids], expand };
  const { profiles } = await csm.call('get-multiple-organization-profiles', { body });
  return {
    records: profiles.map((profile) => organizationRecord(profile, kept, now)),
    members: profiles.flatMap(({ customers = [] }) => customers.flatMap(({ id }) => id ?? [])),
    unread: [],
  };
}

/** A name that is empty is no name to find anybody by. */
const nameOf = (name: string, id: string): string => (name.trim() === '' ? id : name);

function customerRecord(profile: CustomerAccountProfile, kept: Kept, now: number): DirectoryRecord {
  const { customerId: id, displayName, email, organizations = [], details, entitlements } = profile;
  return {
    id,
    name: nameOf(displayName, id),
    email: email ?? null,
    organizations: organizations.flatMap((one) =>
      one.id === undefined ? [] : [{ id: one.id, name: one.name ?? one.id }],
    ),
    values: valuesOf(details, kept),
    entitlements: heldOf(entitlements, 'CUSTOMER', kept),
    customers: null,
    readAt: now,
  };
}

function organizationRecord(profile: OrganizationProfile, kept: Kept, now: number): DirectoryRecord {
  const { id, name, details, entitlements, customers } = profile;
  return {
    id,
    name: nameOf(name, id),
    email: null,
    organizations: [],
    values: valuesOf(details, kept),
    entitlements: heldOf(entitlements, 'ORGANIZATION', kept),
    customers: customers?.length ?? null,
    readAt: now,
  };
}

function valuesOf(details: readonly ProfileDetailField[] = [], { hasValues }: Kept): DirectoryRecord['values'] {
  if (!hasValues) return [];
  return details.flatMap(({ name, value }): DirectoryRecord['values'] => {
    const held = value.text.filter((text) => text !== '');
    return held.length === 0 ? [] : [[name, held]];
  });
}

/** When an entitlement ends is a value, too. The others are kept of what somebody holds themselves: many can inherit it. */
function heldOf(
  entitlements: readonly ProfileEntitlementField[] = [],
  own: 'CUSTOMER' | 'ORGANIZATION',
  kept: Kept,
): DirectoryRecord['entitlements'] {
  const viaOf = ({ entitledEntity }: ProfileEntitlementField): string | null =>
    entitledEntity !== undefined && entitledEntity.type !== own ? entitledEntity.id : null;
  const owned = entitlements.flatMap((one) => (viaOf(one) === null ? (one.product?.id ?? []) : []));
  return entitlements.flatMap((entitlement) => {
    const { id, product, details = [] } = entitlement;
    if (product === undefined) return [];
    const end = kept.hasValues ? details.find(({ name }) => name === kept.endField)?.value.text[0] : undefined;
    const via = viaOf(entitlement);
    const values = via === null ? valuesOf(details, kept).filter(([name]) => name !== kept.endField) : [];
    const isOneOfSeveral = via === null && owned.filter((one) => one === product.id).length > 1;
    const named = isOneOfSeveral && id !== undefined ? { id } : {};
    const held = { product: { id: product.id, name: product.name }, endsOn: end ?? null, via, ...named };
    return [values.length === 0 ? held : { ...held, values }];
  });
}
