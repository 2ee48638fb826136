import type { DetailChange, DetailValuesOperation } from '../../../domain/kinds/detail-values/operation';
import { changesLacking, fieldsOf } from '../../../domain/kinds/detail-values/seen';
import { type SeenDetails, isAlike, strictly } from '../../../domain/kinds/seen-values';
import type { DirectHalf } from '../half';
import type { EngineHalves } from '../kind';
import type { SiteApi } from '../site-api';
import { fetchProfiles, readCustomersBack } from './customers-seen';
import { callForEach } from './field-calls';
import { fetchOrganizations, readOrganizationsBack } from './organizations-seen';

/** What differs between the values of customers and those of organizations, beside the bulk request. */
interface Holder {
  details: (site: SiteApi, id: string) => Promise<SeenDetails | undefined>;
  write: (site: SiteApi, id: string, name: string, values: string[]) => Promise<unknown>;
}

const customer: Holder = {
  details: async (site, id) => (await fetchProfiles(site, [id])).get(id)?.details ?? undefined,
  write: (site, id, name, values) =>
    site.csm.call('update-field-value-for-customer', {
      path: { customerId: id },
      query: { fieldName: name },
      body: { values },
    }),
};

const organization: Holder = {
  details: async (site, id) => (await fetchOrganizations(site, [{ id }]))[0]?.details,
  write: (site, id, name, values) =>
    site.csm.call('update-field-value-for-organizations', {
      path: { organizationId: id },
      query: { fieldName: name },
      body: { values },
    }),
};

/** A call for each field. One that adds reads what is there first: a single call can only replace. */
function byCalls({ details, write }: Holder): DirectHalf<DetailValuesOperation> {
  return {
    async perform(site, { id, operations }) {
      const seen = operations.some(({ operationType }) => operationType === 'PATCH') ? await details(site, id) : [];
      const refused = await callForEach(
        operations,
        ({ payload }) => `Detail field ${payload.name}`,
        (change) => write(site, id, change.payload.name, valuesAfter(change, seen)),
      );
      return { refused };
    },
    async findDone(site, operation) {
      const seen = await details(site, operation.id);
      return seen !== undefined && changesLacking(operation, seen, strictly).length === 0 ? {} : null;
    },
  };
}

function valuesAfter({ operationType, payload }: DetailChange, seen: SeenDetails = []): string[] {
  const { name, values = [] } = payload;
  if (operationType === 'DELETE') return [];
  if (operationType === 'UPDATE') return values;
  const before = seen.find((field) => field.name === name)?.value.text ?? [];
  return [...new Set([...before, ...values])];
}

/** Values of customers by `customer/details/bulk`, or by a call for each. */
export const customerDetailsOnSite: EngineHalves<DetailValuesOperation> = {
  bulk: {
    async submit(site, operations, idempotencyKey) {
      const body = {
        customers: operations.map(({ id, operations: changes }) => ({ customerId: id, operations: changes })),
      };
      return (await site.csm.call('bulk-update-customer-details', { body, idempotencyKey, retries: 0 })).id;
    },
    readBack: (site, operations, rows) =>
      readCustomersBack(
        site,
        {
          named: ({ id }) => ({ customerId: id }),
          notSeen: (operation, profile) => changesLacking(operation, profile.details, strictly),
          lacking: (operation, profile) => changesLacking(operation, profile.details, isAlike),
        },
        operations,
        rows,
      ),
    parts: fieldsOf,
  },
  direct: byCalls(customer),
};

/** Values of organizations by `organization/details/bulk`, or by a call for each. */
export const organizationDetailsOnSite: EngineHalves<DetailValuesOperation> = {
  bulk: {
    async submit(site, operations, idempotencyKey) {
      const body = { organizations: [...operations] };
      return (await site.csm.call('bulk-manage-organization-details', { body, idempotencyKey, retries: 0 })).id;
    },
    readBack: (site, operations, rows) =>
      readOrganizationsBack(
        site,
        {
          named: ({ id }) => ({ id }),
          lacks: (operation, profile, same) => changesLacking(operation, profile.details, same),
        },
        operations,
        rows,
      ),
    parts: fieldsOf,
  },
  direct: byCalls(organization),
};
