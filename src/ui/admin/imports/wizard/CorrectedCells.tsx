import { Button, Inline, List, ListItem, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import { numberCell, numberHead, textCell } from '../../../shared/cells';
import { countOf, formatCount } from '../../../shared/format';
import { PAGE_SIZE, Pages } from '../../../shared/Pages';
import { Section } from '../../../shared/Section';
import { Announcement } from '../../../shared/Skeleton';
import { Table } from '../../../shared/Table';
import { type CorrectedCell, type MapCells, correctedGroups, sameGroup, withoutCell } from './corrections';

interface Props {
  cells: readonly CorrectedCell[];
  onCorrected: (map: MapCells) => void;
}

const head = {
  cells: [
    { key: 'row', content: numberHead('Row'), width: 8 },
    { key: 'column', content: 'Column', width: 20 },
    { key: 'was', content: 'In your file', width: 28 },
    { key: 'text', content: 'Imported instead', width: 28 },
    { key: 'undo', content: '', width: 16 },
  ],
};

/** Cells that were corrected on the page, each to be undone, or all of a problem at once. */
export function CorrectedCells({ cells, onCorrected }: Props) {
  const [wanted, setPage] = useState(0);
  if (cells.length === 0) return null;
  const page = Math.min(wanted, Math.ceil(cells.length / PAGE_SIZE) - 1);
  const title = `${countOf(cells.length, 'cell')} corrected`;
  return (
    <Section
      title={title}
      actions={
        <Button spacing="compact" onClick={() => onCorrected(() => [])}>
          {cells.length === 1 ? 'Undo' : 'Undo all'}
        </Button>
      }
    >
      <Stack space="space.150">
        <Announcement text={title} />
        <Text color="color.text.subtle">
          For this import only: your file stays as it is, and a saved mapping doesn’t keep corrected cells.
        </Text>
        <Groups cells={cells} onCorrected={onCorrected} />
        <Table
          minWidth={640}
          label="Corrected cells"
          head={head}
          rows={cells.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE).map((cell) => ({
            key: `${cell.row} ${cell.column}`,
            cells: [
              { key: 'row', content: numberCell(formatCount(cell.row)) },
              { key: 'column', content: textCell(cell.header) },
              { key: 'was', content: valueCell(cell.was) },
              { key: 'text', content: valueCell(cell.text) },
              {
                key: 'undo',
                content: (
                  <Button
                    spacing="compact"
                    appearance="subtle"
                    onClick={() => onCorrected((now) => withoutCell(now, cell))}
                  >
                    Undo
                  </Button>
                ),
              },
            ],
          }))}
        />
        <Inline alignInline="center">
          <Pages label="Pages of corrected cells" total={cells.length} page={page} onPage={setPage} />
        </Inline>
      </Stack>
    </Section>
  );
}

const valueCell = (text: string) => (text === '' ? <Text color="color.text.subtlest">Empty</Text> : textCell(text));

/** The problems that were corrected, where there are several. */
function Groups({ cells, onCorrected }: Props) {
  const groups = correctedGroups(cells);
  if (groups.length < 2) return null;
  return (
    <List type="unordered">
      {groups.map(({ group, count }) => (
        <ListItem key={JSON.stringify(group)}>
          <Inline space="space.100" alignBlock="center" shouldWrap>
            <Text>{`${group.column ?? 'Whole row'}: ${group.message}`}</Text>
            <Button
              spacing="compact"
              appearance="subtle"
              onClick={() => onCorrected((now) => now.filter((cell) => !sameGroup(cell.group, group)))}
            >
              {`Undo ${countOf(count, 'cell')}`}
            </Button>
          </Inline>
        </ListItem>
      ))}
    </List>
  );
}
