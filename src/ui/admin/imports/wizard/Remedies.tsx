import { Button, Inline, List, ListItem, Text } from '@forge/react';
import React from 'react';
import type { ImportColumn } from '../../../../contract/imports';
import { Section } from '../../../shared/Section';
import { type MapColumns, type Remedy, remediesOf, withoutRemedy } from './remedy-groups';

interface Props {
  columns: readonly ImportColumn[];
  onColumns: (map: MapColumns) => void;
}

const importedWords = ({ value, imported }: Remedy): string => {
  if (value === null) return 'cells with problems are left out, and their rows are imported';
  return imported === '' ? `“${value}” is imported as nothing` : `“${value}” is imported as “${imported}”`;
};

/** What was put right on the page, each to be undone. */
export function Remedies({ columns, onColumns }: Props) {
  const remedies = remediesOf(columns);
  if (remedies.length === 0) return null;
  return (
    <Section title="Put right">
      <List type="unordered">
        {remedies.map((remedy) => (
          <ListItem key={`${remedy.index} ${remedy.value ?? ''}`}>
            <Inline space="space.100" alignBlock="center" shouldWrap>
              <Text>{`${remedy.header}: ${importedWords(remedy)}.`}</Text>
              <Button
                spacing="compact"
                appearance="subtle"
                onClick={() => onColumns((now) => withoutRemedy(now, remedy))}
              >
                Undo
              </Button>
            </Inline>
          </ListItem>
        ))}
      </List>
    </Section>
  );
}
