import { Stack, Text } from '@forge/react';
import React from 'react';
import { type ColumnIds, MAX_COMPARED_IDS } from '../../../../contract/file-frame';
import { numberCell, numberHead, textCell } from '../../../shared/cells';
import { Failure } from '../../../shared/Failure';
import { formatCount } from '../../../shared/format';
import { Section } from '../../../shared/Section';
import { Table } from '../../../shared/Table';
import { idKey, restWords, shownOf } from './id-names';
import { useIdNames } from './use-id-names';

interface Props {
  /** The columns that hold IDs, with those of rows that are ready. */
  columns: readonly ColumnIds[];
  /** There are more IDs with an email address beside them than were compared. */
  hasUncompared: boolean;
}

const head = {
  cells: [
    { key: 'id', content: 'ID', width: 30 },
    { key: 'name', content: 'On your site', width: 52 },
    { key: 'rows', content: numberHead('Rows'), width: 18 },
  ],
};

const UNCOMPARED = `For the first ${formatCount(MAX_COMPARED_IDS)} customer IDs, the email address beside them was compared. The import compares the others before it sends them: a row fails if the customer with the ID has another email address.`;

/** What the IDs of a file are called on the site: a wrong ID is right by all rules, and means somebody else. */
export function IdNamesSection({ columns, hasUncompared }: Props) {
  const { names, error, retry } = useIdNames(columns);
  return (
    <Section title="What the IDs stand for">
      <Stack space="space.200">
        {hasUncompared && <Text>{UNCOMPARED}</Text>}
        {error && <Failure error={error} title="Names couldn’t be loaded" onRetry={retry} />}
        {columns.map((column) => (
          <Stack key={column.column} space="space.100">
            <Text weight="medium">{column.column}</Text>
            <Table
              label={`What the IDs in ${column.column} stand for`}
              head={head}
              rows={shownOf(column, names).map(({ id, rows }) => ({
                key: id,
                cells: [
                  { key: 'id', content: textCell(id) },
                  {
                    key: 'name',
                    content: nameCell(column.entity, names.get(idKey(column.entity, id)), error === null),
                  },
                  { key: 'rows', content: numberCell(formatCount(rows)) },
                ],
              }))}
            />
            {restWords(column, names).map((words) => (
              <Text key={words} color="color.text.subtle">
                {words}
              </Text>
            ))}
          </Stack>
        ))}
      </Stack>
    </Section>
  );
}

/** `name`: null where the site shows nothing with the ID, undefined until that is known. */
function nameCell(entity: ColumnIds['entity'], name: string | null | undefined, isLoading: boolean) {
  if (name === undefined) return <Text color="color.text.subtlest">{isLoading ? 'Loading…' : 'Not known'}</Text>;
  if (name === null) return <Text color="color.text.danger">{`Your site shows no ${entity} with this ID`}</Text>;
  return textCell(name);
}
