import React from 'react';
import type { OrganizationSummary } from '../../../contract/organizations';
import { linkCell, numberCell, numberHead, textCell } from '../../shared/cells';
import { formatCount } from '../../shared/format';
import { Table } from '../../shared/Table';
import { organizationPath } from './addresses';

interface Props {
  label: string;
  organizations: readonly OrganizationSummary[];
}

const head = {
  cells: [
    { key: 'name', content: 'Name', width: 52 },
    { key: 'id', content: 'ID', width: 16 },
    { key: 'customers', content: numberHead('Customers'), width: 16 },
    { key: 'entitlements', content: numberHead('Entitlements'), width: 16 },
  ],
};

/** Organizations with what hangs on each. */
export function OrganizationTable({ label, organizations }: Props) {
  return (
    <Table
      label={label}
      minWidth={640}
      head={head}
      rows={organizations.map(({ id, name, totals }) => ({
        key: id,
        cells: [
          { key: 'name', content: linkCell(name, organizationPath(id)) },
          { key: 'id', content: textCell(id) },
          { key: 'customers', content: totalCell(totals?.customers) },
          { key: 'entitlements', content: totalCell(totals?.entitlements) },
        ],
      }))}
    />
  );
}

const totalCell = (total: number | undefined) => numberCell(total === undefined ? 'not known' : formatCount(total));
