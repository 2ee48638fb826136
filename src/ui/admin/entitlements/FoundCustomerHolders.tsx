import { Stack, Text } from '@forge/react';
import React, { useCallback } from 'react';
import type { CustomerSummary } from '../../../contract/customers';
import { call } from '../../shared/call';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { PageSteps } from '../../shared/PageSteps';
import { Table } from '../../shared/Table';
import { useResource } from '../../shared/use-resource';
import { personCell } from '../customers/person-cell';
import { personQuery } from '../customers/person-query';
import { type HolderFinding, findingPath, holderPath } from './addresses';

/** Customers that were found, each with the way to its entitlements. */
export function FoundCustomerHolders({ finding }: { finding: HolderFinding }) {
  const { go } = useNavigation();
  const { text, page } = finding;
  const load = useCallback(() => call('customers.find', { query: personQuery(text), page }), [text, page]);
  const found = useResource(load);
  return (
    <Loaded resource={found} lines={4} label="Finding customers">
      {({ customers, hasMore }) => (
        <Stack space="space.150">
          {customers.length === 0 ? (
            <Text color="color.text.subtle">{nothingWords(hasMore)}</Text>
          ) : (
            <CustomerHolders customers={customers} />
          )}
          <PageSteps
            label="Pages of customers"
            page={page}
            hasMore={hasMore}
            onPage={(to) => go(findingPath({ ...finding, page: to }))}
          />
        </Stack>
      )}
    </Loaded>
  );
}

const nothingWords = (hasMore: boolean): string =>
  hasMore
    ? 'None of the accounts on this page are customers. Go to the next page.'
    : 'No customers found. A new account can take minutes to appear in search.';

const head = { cells: [{ key: 'name', content: 'Customer' }] };

function CustomerHolders({ customers }: { customers: readonly CustomerSummary[] }) {
  return (
    <Table
      label="Customers found"
      head={head}
      rows={customers.map((customer) => ({
        key: customer.id,
        cells: [{ key: 'name', content: personCell(customer, holderPath({ entity: 'customer', id: customer.id })) }],
      }))}
    />
  );
}
