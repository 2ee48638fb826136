/** What can be joined to an entity by a row about it. */
export const joinedEntities = ['organization', 'product', 'customer'] as const;
export type JoinedEntity = (typeof joinedEntities)[number];

/** Something that is joined to an entity, as "organization 7". */
export type Joined = `${JoinedEntity} ${string}`;

export const joinedIds = (entity: JoinedEntity, ids: readonly (string | number)[] = []): Joined[] =>
  ids.map((id): Joined => `${entity} ${id}`);

/** Which entitlement of a holder a row is about: `id` where the row says which of several. */
export interface NamedEntitlement {
  of: 'customer' | 'organization';
  productId: string;
  id?: string | undefined;
}

/** How a row names its entity: by its id, where it has that. An entitlement is named by whose it is. */
export interface Named {
  id?: string | undefined;
  email?: string | undefined;
  /** What the detail field External ID of a customer holds. */
  externalId?: string | undefined;
  name?: string | undefined;
  /** An id that an email may have: to be believed where the site shows that email under it. */
  hint?: string | undefined;
  entitlement?: NamedEntitlement | undefined;
}

/** One change of the values of a field: they are replaced, or added to. No values clear the field. */
export interface WrittenChange {
  field: string;
  adds: boolean;
  values: readonly string[];
}

/** What a row writes, in the form that all kinds share whose rows can be compared with the site. */
export interface Written {
  named: Named;
  /** The name that it gives; undefined where it gives none. */
  name?: string | undefined;
  changes: readonly WrittenChange[];
  joins: readonly Joined[];
}

/** An entitlement of an entity to a product, which it has by itself. */
export interface OwnEntitlement {
  id: string;
  productId: string;
  values: ReadonlyMap<string, readonly string[]>;
}

export const hasValues = ({ values }: OwnEntitlement): boolean => [...values.values()].some((some) => some.length > 0);

/** An entity as the site shows it. */
export interface Shown {
  id: string;
  name: string;
  /** Of a customer, where the site shows it. */
  email?: string | undefined;
  values: ReadonlyMap<string, readonly string[]>;
  /** What it is joined with by itself: an entitlement of an organization is none of its customers. */
  joined: ReadonlySet<Joined>;
  /** The entitlements behind the products that it is joined with. */
  entitlements: readonly OwnEntitlement[];
}
