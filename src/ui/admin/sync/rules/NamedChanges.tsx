import { Stack, Text } from '@forge/react';
import React, { useCallback, useState } from 'react';
import { MAX_NAMED, type NamedChange, type RuleChange, type RuleCounts } from '../../../../contract/rules';
import { call } from '../../../shared/call';
import { linkCell, textCell } from '../../../shared/cells';
import { formatCount } from '../../../shared/format';
import { Loaded } from '../../../shared/Loaded';
import { PAGE_SIZE, Pages } from '../../../shared/Pages';
import { Table } from '../../../shared/Table';
import { useResource } from '../../../shared/use-resource';
import { changeWords } from './rule-words';

const head = {
  cells: [
    { key: 'customer', content: 'Customer', width: 36 },
    { key: 'email', content: 'Email', width: 38 },
    { key: 'change', content: 'Change', width: 26 },
  ],
};

/** What takes something away is seen first. */
const order: Record<RuleChange, number> = { revoke: 0, change: 1, grant: 2 };

interface Props {
  ruleId: string;
  /** The run whose changes they are. */
  no: number;
  counts: RuleCounts;
}

/** The customers that a run touches, by name. */
export function NamedChanges({ ruleId, no, counts }: Props) {
  const [page, setPage] = useState(0);
  const load = useCallback(async () => ({ no, ...(await call('rules.changes', { ruleId })) }), [ruleId, no]);
  const found = useResource(load);
  const total = counts.grant + counts.change + counts.revoke;
  if (total === 0) return null;
  return (
    <Loaded resource={found} lines={4} label="Loading the customers">
      {({ changes }) => (
        <Stack space="space.100">
          <Table
            label="Customers whose entitlements change"
            head={head}
            rows={[...changes]
              .sort((a, b) => order[a.change] - order[b.change])
              .slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE)
              .map(rowOf)}
          />
          <Pages label="Pages of customers" total={changes.length} page={page} onPage={setPage} />
          {changes.length < total && (
            <Text color="color.text.subtle">
              {`The first ${formatCount(MAX_NAMED)} of each kind are listed: ${formatCount(changes.length)} of ${formatCount(total)}.`}
            </Text>
          )}
        </Stack>
      )}
    </Loaded>
  );
}

function rowOf({ customerId, name, email, change }: NamedChange) {
  return {
    key: `${change} ${customerId}`,
    cells: [
      { key: 'customer', content: linkCell(name === '' ? customerId : name, ['customers', customerId]) },
      { key: 'email', content: textCell(email) },
      { key: 'change', content: textCell(changeWords[change]) },
    ],
  };
}
