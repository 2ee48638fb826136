import { Box, Inline, Lozenge, Spinner, Stack, Text } from '@forge/react';
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
  onAdd: (customer: CustomerSummary) => Promise<void>;
}

/** The customers that were found, each with the way to add it. */
export function CustomersToAdd({ wanted, chosen, onAdd }: Props) {
  const load = useCallback(() => call('customers.find', { query: personQuery(wanted), page: 0 }), [wanted]);
  const found = useResource(load);
  return (
    <Loaded resource={found} lines={3} label="Finding customers">
      {({ customers, hasMore }) => (
        <Stack space="space.100">
          {customers.length === 0 && <Text color="color.text.subtle">{nothingWords(personQuery(wanted))}</Text>}
          {customers.map((customer) => (
            <CustomerToAdd key={customer.id} customer={customer} isIn={chosen.includes(customer.id)} onAdd={onAdd} />
          ))}
          {hasMore && <Text color="color.text.subtle">There are more. Write more of the name to see them.</Text>}
        </Stack>
      )}
    </Loaded>
  );
}

interface RowProps {
  customer: CustomerSummary;
  isIn: boolean;
  onAdd: Props['onAdd'];
}

/** Each is added for itself: on a slow site nobody waits for one before adding the next. */
function CustomerToAdd({ customer, isIn, onAdd }: RowProps) {
  const name = customer.name || customer.id;
  const [isAdded, setAdded] = useState(false);
  const adding = useAction(async () => {
    await onAdd(customer);
    setAdded(true);
  });
  return (
    <Stack space="space.050">
      <Inline spread="space-between" alignBlock="center" space="space.100">
        <Box>
          <Text>{name}</Text>
          <Text color="color.text.subtle" size="small">
            {customer.email ?? 'E-mail address not shown to you'}
          </Text>
        </Box>
        {isIn || isAdded ? (
          <Lozenge appearance="success">Added</Lozenge>
        ) : adding.isRunning ? (
          <Spinner size="small" label={`Adding ${name}`} />
        ) : (
          <RowAction verb="Add" name={name} onClick={adding.run} />
        )}
      </Inline>
      {adding.error && <Failure error={adding.error} />}
    </Stack>
  );
}

const nothingWords = ({ by }: CustomerQuery): string =>
  by === 'id'
    ? 'No customer has this id.'
    : 'No customer was found. A new account can take minutes to appear in the search.';
