import { Button, Inline, ModalTransition, Stack, Text } from '@forge/react';
import React, { useCallback, useState } from 'react';
import type { CustomerSummary, OrganizationName } from '../../../contract/customers';
import { MAX_CUSTOMERS_ADDED } from '../../../contract/organizations';
import { isolated } from '../../../domain/isolated';
import { call } from '../../shared/call';
import { flagSuccess } from '../../shared/flag';
import { countOf } from '../../shared/format';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { OutageContext } from '../../shared/outage';
import { PageSteps } from '../../shared/PageSteps';
import { personWords } from '../../shared/person-words';
import { RowAction } from '../../shared/RowAction';
import { Section } from '../../shared/Section';
import { Table } from '../../shared/Table';
import { useResource } from '../../shared/use-resource';
import { personCell } from '../customers/person-cell';
import { AddCustomersModal } from './AddCustomersModal';
import { organizationPath } from './addresses';
import type { AddAll } from './pasted/use-pasted-list';
import { RemoveMemberModal } from './RemoveMemberModal';

interface Props {
  organization: OrganizationName;
  /** From 0. */
  page: number;
  /** Somebody came in or went out. */
  onChanged: () => void;
}

/** The customers in an organization, 25 a page: each can be taken out, others put in. */
export function Members({ organization, page, onChanged }: Props) {
  const { go } = useNavigation();
  const { id, name } = organization;
  const load = useCallback(() => call('customers.find', { query: { by: 'organization', id }, page }), [id, page]);
  const members = useResource(load);
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<CustomerSummary | null>(null);
  const renew = () => {
    members.reload();
    onChanged();
  };
  const add = async (customer: CustomerSummary) => {
    await call('customers.join', { id: customer.id, organizationId: id });
    flagSuccess(`${personWords(customer)} added`, `Now in ${isolated(name)}.`);
    renew();
  };
  const addAll: AddAll = async (customers, tell) => {
    let added = 0;
    try {
      for (let from = 0; from < customers.length; from += MAX_CUSTOMERS_ADDED) {
        const customerIds = customers.slice(from, from + MAX_CUSTOMERS_ADDED).map((customer) => customer.id);
        const { additions } = await call('organizations.addCustomers', { id, customerIds });
        added += additions.filter(({ outcome }) => outcome === 'added').length;
        tell(additions);
      }
    } finally {
      if (added > 0) flagSuccess(`${countOf(added, 'customer')} added`, `Now in ${isolated(name)}.`);
      renew();
    }
  };
  return (
    <Section title="Customers" actions={<Button onClick={() => setAdding(true)}>Add customers</Button>}>
      <Loaded resource={members} lines={4} label="Loading its customers">
        {({ customers, hasMore }) => (
          <Stack space="space.150">
            {customers.length === 0 ? (
              <Text color="color.text.subtle">{page === 0 ? 'No customers yet.' : 'There are no more customers.'}</Text>
            ) : (
              <MemberTable customers={customers} onRemove={setLeaving} />
            )}
            <PageSteps
              label="Pages of customers"
              page={page}
              hasMore={hasMore}
              onPage={(to) => go(organizationPath(id, to))}
            />
          </Stack>
        )}
      </Loaded>
      {/* What fails in a modal is told in it. */}
      <OutageContext.Provider value={null}>
        <ModalTransition>
          {isAdding && (
            <AddCustomersModal
              words={`Customers in ${isolated(name)} inherit its entitlements.`}
              chosen={members.data?.customers.map((customer) => customer.id) ?? []}
              organizationId={id}
              onAdd={add}
              onAddAll={addAll}
              onClose={() => setAdding(false)}
            />
          )}
          {leaving && (
            <RemoveMemberModal
              organization={organization}
              customer={leaving}
              onRemoved={renew}
              onClose={() => setLeaving(null)}
            />
          )}
        </ModalTransition>
      </OutageContext.Provider>
    </Section>
  );
}

const head = {
  cells: [
    { key: 'name', content: 'Customer', width: 75 },
    { key: 'actions', content: '', width: 25 },
  ],
};

interface MemberTableProps {
  customers: readonly CustomerSummary[];
  onRemove: (customer: CustomerSummary) => void;
}

function MemberTable({ customers, onRemove }: MemberTableProps) {
  return (
    <Table
      label="Customers in the organization"
      head={head}
      rows={customers.map((customer) => ({
        key: customer.id,
        cells: [
          { key: 'name', content: personCell(customer, ['customers', customer.id]) },
          {
            key: 'actions',
            content: (
              <Inline alignInline="end">
                <RowAction verb="Remove" name={personWords(customer)} onClick={() => onRemove(customer)} />
              </Inline>
            ),
          },
        ],
      }))}
    />
  );
}
