import DynamicTable from '@atlaskit/dynamic-table';
import React from 'react';
import * as v from 'valibot';
import type { ForgeNode } from '../bridge/host/decode';
import { component, Nodes, slot, type Family } from './component';
import { flag, handler, number, oneOf, text, textOrNumber } from './props';

const cellSchema = v.object({
  cellKey: textOrNumber,
  colSpan: number,
  isSortable: flag,
  width: number,
  shouldTruncate: flag,
  testId: text,
});
const rowSchema = v.object({ rowKey: text, isHighlighted: flag, onClick: handler, testId: text });

function cellOf(node: ForgeNode) {
  const { cellKey, ...props } = v.parse(cellSchema, node.props);
  return {
    ...props,
    ...(cellKey === undefined ? {} : { key: cellKey }),
    content: node.children.length === 0 ? undefined : <Nodes nodes={node.children} />,
  };
}

function rowOf(node: ForgeNode) {
  const { rowKey, onClick, ...props } = v.parse(rowSchema, node.props);
  return {
    ...props,
    ...(rowKey === undefined ? {} : { key: rowKey }),
    ...(onClick === undefined ? {} : { onClick }),
    cells: node.children.map(cellOf),
  };
}

const order = oneOf(['ASC', 'DESC']);

export const tables: Family = {
  DynamicTable: component(
    {
      caption: text,
      label: text,
      defaultPage: number,
      page: number,
      rowsPerPage: number,
      defaultSortKey: text,
      sortKey: text,
      defaultSortOrder: order,
      sortOrder: order,
      emptyView: v.exactOptional(slot),
      highlightedRowIndex: v.exactOptional(v.union([v.number(), v.array(v.number())])),
      isFixedSize: flag,
      isLoading: flag,
      isRankable: flag,
      loadingSpinnerSize: oneOf(['small', 'large']),
      onSetPage: handler,
      onSort: handler,
      onRankStart: handler,
      onRankEnd: handler,
      testId: text,
    },
    ({ emptyView, ...props }, { named }) => {
      const head = named('head');
      return (
        <div className="kit-table">
          <DynamicTable
            {...props}
            {...(emptyView === undefined ? {} : { emptyView: <>{emptyView}</> })}
            {...(head.length === 0 ? {} : { head: { cells: head.map(cellOf) } })}
            rows={named('rows').map(rowOf)}
          />
        </div>
      );
    },
  ),
};
