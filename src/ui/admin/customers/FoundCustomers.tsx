import { Box, SectionMessage, Stack, Text } from '@forge/react';
import React, { useCallback } from 'react';
import type { CustomerSummary, FoundCustomers as Found } from '../../../contract/customers';
import { call } from '../../shared/call';
import { linkCell, textCell } from '../../shared/cells';
import { countOf } from '../../shared/format';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { Pages } from '../../shared/Pages';
import { PageSteps } from '../../shared/PageSteps';
import { Section } from '../../shared/Section';
import { Table } from '../../shared/Table';
import { useResource } from '../../shared/use-resource';
import { type Finding, findingPath } from './find-path';

const head = {
  cells: [
    { key: 'name', content: 'Name', width: 30 },
    { key: 'email', content: 'Email', width: 40 },
    { key: 'id', content: 'Customer ID', width: 30 },
  ],
};

/** One page of what was found, and the way to the others. */
export function FoundCustomers({ finding }: { finding: Finding }) {
  const { query, page } = finding;
  const load = useCallback(() => call('customers.find', { query, page }), [query, page]);
  const resource = useResource(load);
  return (
    <Section title="Results">
      <Loaded resource={resource} lines={5} label="Finding customers">
        {(found) => (
          <Stack space="space.150">
            {found.missing.length > 0 && (
              <SectionMessage appearance="information" title="No customer has this ID">
                <Text>{found.missing.join(', ')}</Text>
              </SectionMessage>
            )}
            {found.customers.length === 0 ? (
              <Text color="color.text.subtle">{nothingWords(finding, found)}</Text>
            ) : (
              <FoundTable customers={found.customers} />
            )}
            <PageLine finding={finding} found={found} />
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function FoundTable({ customers }: { customers: readonly CustomerSummary[] }) {
  return (
    <Table
      minWidth={640}
      label="Customers found"
      head={head}
      rows={customers.map(({ id, name, email }) => ({
        key: id,
        cells: [
          { key: 'name', content: linkCell(name === '' ? id : name, ['customers', id]) },
          { key: 'email', content: textCell(email ?? 'Not visible to you') },
          { key: 'id', content: idCell(id) },
        ],
      }))}
    />
  );
}

/** Ids are long and seldom read: the profile has them in full. */
const idCell = (id: string) => (
  <Box>
    <Text maxLines={1} color="color.text.subtle">
      {id}
    </Text>
  </Box>
);

function PageLine({ finding, found }: { finding: Finding; found: Found }) {
  const { go } = useNavigation();
  const { page } = finding;
  const turn = (to: number) => go(findingPath({ ...finding, page: to }));
  return (
    <Stack space="space.100">
      <Text color="color.text.subtle">{countWords(found, page)}</Text>
      {found.total === null ? (
        <PageSteps label="Pages of customers" page={page} hasMore={found.hasMore} onPage={turn} />
      ) : (
        <Pages label="Pages of customers" total={found.total} page={page} onPage={turn} />
      )}
    </Stack>
  );
}

/** How many there are in all, or on this page where the site does not say more. */
function countWords({ total, customers, hasMore, others }: Found, page: number): string {
  if (total !== null) return countOf(total, 'customer');
  const isAll = page === 0 && !hasMore;
  const count = `${countOf(customers.length, 'customer')}${isAll ? '' : ' on this page'}`;
  if (others === 0) return count;
  return `${count}. ${others === 1 ? '1 more account isn’t a customer' : `${others} more accounts aren’t customers`}.`;
}

function nothingWords({ query }: Finding, found: Found): string {
  if (found.others > 0) return 'None of the accounts on this page are customers.';
  if (query.by === 'person') return 'No customers found. A new account can take minutes to appear in search.';
  if (query.by === 'organization') return 'This organization has no customers.';
  return 'No customers found.';
}
