import { createIds, type Ids } from './ids';
import type {
  CsmRequest,
  Customer,
  DetailField,
  Entitlement,
  FieldEntity,
  Issue,
  Organization,
  Product,
} from './model';
import { Registry } from './registry';

/** Everything a site holds but its tasks. */
export interface SiteState {
  readonly ids: Ids;
  readonly customers: Registry<Customer>;
  readonly organizations: Registry<Organization>;
  readonly products: Registry<Product>;
  readonly entitlements: Map<string, Entitlement>;
  /** All issues, by id, and by key in any letter case. */
  readonly issues: Registry<Issue>;
  /** Those of the issues that came in as requests. */
  readonly requests: Registry<CsmRequest>;
  readonly fields: Readonly<Record<FieldEntity, Registry<DetailField>>>;
}

export function createState(): SiteState {
  const fields = (): Registry<DetailField> => new Registry((field) => field.name);
  return {
    ids: createIds(),
    customers: new Registry((customer) => customer.email),
    organizations: new Registry((organization) => organization.name),
    products: new Registry((product) => product.name),
    entitlements: new Map(),
    issues: new Registry((issue) => issue.key),
    requests: new Registry((request) => request.key),
    fields: { customer: fields(), organization: fields(), entitlement: fields() },
  };
}

/** The first half of the id of every portal-only account of the site. */
const PORTAL_ID = '5b7f2c1e-90aa-4c3e-a1d7-0c6c5f0e2a11';

export const newCustomerId = (state: SiteState): string => `qm:${PORTAL_ID}:${state.ids.uuid()}`;
