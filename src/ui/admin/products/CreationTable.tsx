import { Inline, Lozenge, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { Creation } from '../../../contract/resolvers/products';
import { linkCell, textCell } from '../../shared/cells';
import { PAGE_SIZE, Pages } from '../../shared/Pages';
import { Section } from '../../shared/Section';
import { Table } from '../../shared/Table';
import { outcomeNames, outcomeWords } from './creations';

const looks = {
  created: 'success',
  exists: 'default',
  refused: 'removed',
  unconfirmed: 'moved',
  'not-tried': 'moved',
} as const satisfies Record<Creation['outcome'], string>;

const head = {
  cells: [
    { key: 'name', content: 'Name', width: 50 },
    { key: 'outcome', content: 'Outcome', width: 50 },
  ],
};

/** Outcome of each name. */
export function CreationTable({ creations }: { creations: readonly Creation[] }) {
  const [page, setPage] = useState(0);
  return (
    <Section title="Outcome of each name">
      <Table
        label="Outcome of each name"
        head={head}
        rows={creations.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE).map((creation) => ({
          key: creation.name,
          cells: [
            { key: 'name', content: nameCell(creation) },
            { key: 'outcome', content: outcomeCell(creation) },
          ],
        }))}
      />
      <Pages label="Pages of names" total={creations.length} page={page} onPage={setPage} />
    </Section>
  );
}

const nameCell = (creation: Creation) =>
  'product' in creation ? linkCell(creation.name, ['products', creation.product.id]) : textCell(creation.name);

function outcomeCell(creation: Creation) {
  const words = outcomeWords(creation);
  return (
    <Stack space="space.050">
      <Inline>
        <Lozenge appearance={looks[creation.outcome]}>{outcomeNames[creation.outcome]}</Lozenge>
      </Inline>
      {words !== '' && <Text>{words}</Text>}
    </Stack>
  );
}
