import { Box, Inline, Lozenge, Spinner, Stack, Text } from '@forge/react';
import React, { useCallback } from 'react';
import type { CustomerQuery, CustomerSummary } from '../../../contract/customers';
import { call } from '../../shared/call';
import { Failure } from '../../shared/Failure';
import { Loaded } from '../../shared/Loaded';
import { personWords } from '../../shared/person-words';
import { RowAction } from '../../shared/RowAction';
import { useResource } from '../../shared/use-resource';
import { personQuery } from '../customers/person-query';
import type { Addition } from './use-additions';

interface Props {
  /** What was written: an e-mail address, a name, their beginning, or an id. */
  wanted: string;
  chosen: readonly string[];
  additions: ReadonlyMap<string, Addition>;
  onAdd: (customer: CustomerSummary) => void;
}

/** The customers that were found, each with the way to add it, and what became of others that were found before. */
export function CustomersToAdd({ wanted, chosen, additions, onAdd }: Props) {
  const load = useCallback(() => call('customers.find', { query: personQuery(wanted), page: 0 }), [wanted]);
  const answer = useResource(load);
  // Who was found by other words is not found by these.
  const found = answer.isLoading ? { ...answer, data: null } : answer;
  const row = (customer: CustomerSummary) => (
    <CustomerToAdd
      key={customer.id}
      customer={customer}
      isIn={chosen.includes(customer.id)}
      addition={additions.get(customer.id)}
      onAdd={() => onAdd(customer)}
    />
  );
  const shown = new Set(found.data?.customers.map(({ id }) => id));
  const others = [...additions.values()].filter(({ customer }) => !shown.has(customer.id));
  return (
    <Stack space="space.100">
      <Loaded resource={found} lines={3} label="Finding customers">
        {({ customers, hasMore }) => (
          <Stack space="space.100">
            {customers.length === 0 && <Text color="color.text.subtle">{nothingWords(personQuery(wanted))}</Text>}
            {customers.map(row)}
            {hasMore && <Text color="color.text.subtle">There are more. Enter more of the name to see them.</Text>}
          </Stack>
        )}
      </Loaded>
      {others.length > 0 && (
        <Stack space="space.100">
          <Text weight="medium">Found earlier</Text>
          {others.map(({ customer }) => row(customer))}
        </Stack>
      )}
    </Stack>
  );
}

interface RowProps {
  customer: CustomerSummary;
  isIn: boolean;
  addition: Addition | undefined;
  onAdd: () => void;
}

function CustomerToAdd({ customer, isIn, addition, onAdd }: RowProps) {
  const name = customer.name || customer.id;
  return (
    <Stack space="space.050">
      <Inline spread="space-between" alignBlock="center" space="space.100">
        <Box>
          <Text>{name}</Text>
          <Text color="color.text.subtle" size="small">
            {customer.email ?? 'Email not visible to you'}
          </Text>
        </Box>
        {isIn || addition?.state === 'added' ? (
          <Lozenge appearance="success">Added</Lozenge>
        ) : addition?.state === 'adding' ? (
          <Spinner size="small" label={`Adding ${personWords(customer)}`} />
        ) : (
          <RowAction verb="Add" name={personWords(customer)} onClick={onAdd} />
        )}
      </Inline>
      {addition?.error && <Failure error={addition.error} />}
    </Stack>
  );
}

const nothingWords = ({ by }: CustomerQuery): string =>
  by === 'id' ? 'No customer has this ID.' : 'No customers found. A new account can take minutes to appear in search.';
