import { Box, Inline, Lozenge, Stack, Text } from '@forge/react';
import React, { useCallback, useState } from 'react';
import type { CustomerQuery, CustomerSummary } from '../../../contract/customers';
import { call } from '../../shared/call';
import { Failure } from '../../shared/Failure';
import { Loaded } from '../../shared/Loaded';
import { RowAction } from '../../shared/RowAction';
import { useAction } from '../../shared/use-action';
import { useResource } from '../../shared/use-resource';
import { personQuery } from '../customers/person-query';

interface Props {
  /** What was written: an e-mail address, a name, their beginning, or an id. */
  wanted: string;
  chosen: readonly string[];
  onAdd: (customer: CustomerSummary) => Promise<void> | void;
}

/** The customers that were found, each with the way to add it. */
export function CustomersToAdd({ wanted, chosen, onAdd }: Props) {
  const load = useCallback(() => call('customers.find', { query: personQuery(wanted), page: 0 }), [wanted]);
  const found = useResource(load);
  const [added, setAdded] = useState<readonly string[]>([]);
  const adding = useAction(async (customer: CustomerSummary) => {
    await onAdd(customer);
    setAdded((before) => [...before, customer.id]);
  });
  const isIn = (id: string) => added.includes(id) || chosen.includes(id);
  return (
    <Loaded resource={found} lines={3} label="Finding customers">
      {({ customers, hasMore }) => (
        <Stack space="space.100">
          {customers.length === 0 && <Text color="color.text.subtle">{nothingWords(personQuery(wanted))}</Text>}
          {adding.error && <Failure error={adding.error} />}
          {customers.map((customer) => (
            <Inline key={customer.id} spread="space-between" alignBlock="center" space="space.100">
              <Box>
                <Text>{customer.name || customer.id}</Text>
                <Text color="color.text.subtle" size="small">
                  {customer.email ?? 'E-mail address not shown to you'}
                </Text>
              </Box>
              {isIn(customer.id) ? (
                <Lozenge appearance="success">Added</Lozenge>
              ) : (
                <RowAction verb="Add" name={customer.name || customer.id} onClick={() => adding.run(customer)} />
              )}
            </Inline>
          ))}
          {hasMore && <Text color="color.text.subtle">There are more. Write more of the name to see them.</Text>}
        </Stack>
      )}
    </Loaded>
  );
}

const nothingWords = ({ by }: CustomerQuery): string =>
  by === 'id'
    ? 'No customer has this id.'
    : 'No customer was found. A new account can take minutes to appear in the search.';
