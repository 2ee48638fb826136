import type { Entitlement } from '../../../csm/contract/schemas.gen';
import type { EntitlementOperation, Holder } from '../../../domain/kinds/entitlements';
import { isAlike, sameValues, strictly } from '../../../domain/kinds/seen-values';
import type { HeldEntitlement } from '../../../domain/undo/undo-entitlement';
import { SiteError } from '../../../platform/http/site-error';
import { type DirectHalf, type Done, allDone } from '../half';
import { RefusedRow, wordsOf } from '../perform';
import type { SiteApi } from '../site-api';
import { callForEach, isRefusal } from './field-calls';

/** Grants, changes and revokes entitlements, and finds them again by their holder and product. */
export const entitlementsOnSite: DirectHalf<EntitlementOperation> = {
  async perform(site, operation, mayBeDone) {
    switch (operation.type) {
      case 'GRANT':
        return grant(site, operation, mayBeDone ? await perhapsGranted(site, operation) : undefined);
      case 'UPSERT': {
        // What is there already gets the values: that is asked for first, whether or not an earlier call got through.
        const isNamed = operation.entitlementId !== undefined;
        const there = await (isNamed ? neededEntitlement : meantEntitlement)(site, operation);
        const { isFound, ...done } = await grant(site, operation, there);
        return { ...done, ...(mayBeDone && isFound && { isFound }) };
      }
      case 'UPDATE': {
        const there = await neededEntitlement(site, operation);
        return { refused: await writeValues(site, there.id, operation), id: there.id };
      }
      case 'REVOKE': {
        const there = await neededEntitlement(site, operation);
        await site.csm.call('delete-entitlement', { path: { entitlementId: there.id } });
        return { ...allDone, id: there.id };
      }
    }
  },
  async findDone(site, operation) {
    const there = await ownEntitlement(site, operation);
    if (operation.type === 'REVOKE') return there === undefined ? {} : null;
    return there !== undefined && hasValues(there, operation) ? { id: there.id } : null;
  },
  async before(site, operation) {
    // Where a row doesn't tell which of several is meant, it takes the first one, or is refused.
    const there = await ownEntitlement(site, operation);
    if (there === undefined) return null;
    const held = heldBy(there);
    return {
      id: there.id,
      values: operation.details.map(({ name }) => [...(held.get(name) ?? [])]),
      joined: [],
      ...(operation.type === 'REVOKE' && { held: [...held].filter(([, values]) => values.length > 0) }),
    };
  },
};

/** The values of an entitlement by the names of their fields. */
const heldBy = ({ details }: Entitlement): Map<string, string[]> =>
  new Map(details.flatMap(({ name, values }) => (name === undefined ? [] : [[name, [...(values ?? [])]] as const])));

/**
 * The entitlements that a holder itself has to a product; null where the site shows no such holder or product.
 * @throws SiteError
 */
export async function showEntitlements(
  site: SiteApi,
  { holder, productId }: Pick<EntitlementOperation, 'holder' | 'productId'>,
): Promise<HeldEntitlement[] | null> {
  try {
    const own = await ownEntitlements(site, { holder, productId });
    return own.map((one) => ({ id: one.id, values: heldBy(one) }));
  } catch (error) {
    if (error instanceof SiteError && error.kind === 'not-found') return null;
    throw error;
  }
}

const nameOf = ({ entity }: Holder): string => (entity === 'customer' ? 'The customer' : 'The organization');

/** What a row is about, if it is there. @throws RefusedRow where the row doesn't tell which of several */
async function meantEntitlement(site: SiteApi, operation: EntitlementOperation): Promise<Entitlement | undefined> {
  const [there, ...others] = await ownEntitlements(site, operation);
  if (others.length > 0)
    throw new RefusedRow(
      `${nameOf(operation.holder)} has several entitlements to this product. Add a column with entitlement IDs to say which.`,
    );
  return there;
}

/**
 * What an earlier call may have granted, if it is there. Values are written after that: where it has others, somebody else has
 * granted it meanwhile. @throws RefusedRow for that
 */
async function perhapsGranted(site: SiteApi, operation: EntitlementOperation): Promise<Entitlement | undefined> {
  const there = await ownEntitlement(site, operation);
  if (there === undefined) return undefined;
  const held = heldBy(there);
  const hasOthers = operation.details.some(({ name, values }) => {
    const seen = held.get(name) ?? [];
    return seen.length > 0 && !sameValues(values, seen, isAlike);
  });
  if (hasOthers)
    throw new RefusedRow(`${nameOf(operation.holder)} is already entitled to this product, with other values.`);
  return there;
}

/** What a row changes or revokes. @throws RefusedRow where it is not there, or the row doesn't tell which of several */
async function neededEntitlement(site: SiteApi, operation: EntitlementOperation): Promise<Entitlement> {
  const there = await meantEntitlement(site, operation);
  if (there !== undefined) return there;
  const which = operation.entitlementId === undefined ? '' : ' with this ID';
  throw new RefusedRow(`${nameOf(operation.holder)} has no entitlement to this product${which}.`);
}

/** Grants a product and writes its values. What is there `before` gets the values: an earlier call may have granted it. */
async function grant(site: SiteApi, operation: EntitlementOperation, before: Entitlement | undefined): Promise<Done> {
  const { id } = before ?? (await create(site, operation));
  const told = { id, ...(before && { isFound: true as const }) };
  try {
    return { refused: await writeValues(site, id, operation), ...told };
  } catch (error) {
    // It was granted all the same: where every value was refused, the row is partly done, not failed.
    if (isRefusal(error)) return { refused: wordsOf(error), ...told };
    throw error;
  }
}

function create({ csm }: SiteApi, { holder, productId }: EntitlementOperation): Promise<Entitlement> {
  const body = { productId };
  return holder.entity === 'customer'
    ? csm.call('create-customer-entitlement', { path: { customerId: holder.id }, body })
    : csm.call('create-organization-entitlement', { path: { organizationId: holder.id }, body });
}

const writeValues = (site: SiteApi, entitlementId: string, { details }: EntitlementOperation): Promise<string | null> =>
  callForEach(
    details,
    ({ name }) => `Detail field ${name}`,
    ({ name, values }) =>
      site.csm.call('update-field-value-for-entitlement', {
        path: { entitlementId },
        query: { fieldName: name },
        body: { values },
      }),
  );

/** The first of {@link ownEntitlements}. */
const ownEntitlement = async (site: SiteApi, operation: EntitlementOperation): Promise<Entitlement | undefined> =>
  (await ownEntitlements(site, operation))[0];

/**
 * The entitlements that the holder itself has to the product, or the one of them that is meant: what a customer has through an
 * organization is another's.
 */
async function ownEntitlements(
  { csm }: SiteApi,
  { holder, productId, entitlementId }: Pick<EntitlementOperation, 'holder' | 'productId' | 'entitlementId'>,
): Promise<Entitlement[]> {
  const query = { product: productId };
  const listed =
    holder.entity === 'customer'
      ? await csm.call('get-customer-entitlements', { path: { customerId: holder.id }, query })
      : await csm.call('get-organization-entitlements', { path: { organizationId: holder.id }, query });
  const own = listed.filter(
    ({ product, entitledEntity }) => product.id === productId && entitledEntity.id === holder.id,
  );
  return entitlementId === undefined ? own : own.filter(({ id }) => id === entitlementId);
}

function hasValues(entitlement: Entitlement, { details }: EntitlementOperation): boolean {
  const held = heldBy(entitlement);
  return details.every(({ name, values }) => sameValues(values, held.get(name) ?? [], strictly));
}
