import { Button, Inline, List, ListItem, Stack, Text } from '@forge/react';
import React from 'react';
import type { MissingNames as Missing } from '../../../../contract/file-frame';
import { countOf } from '../../../shared/format';
import { Section } from '../../../shared/Section';

interface Props {
  missing: readonly Missing[];
  isBusy: boolean;
  onCreate: (entity: Missing['entity']) => void;
}

/** Names that are shown; all of them are created. */
const SHOWN = 10;

/** What the file names and the site does not have, and the way to create it before the import. */
export function MissingNames({ missing, isBusy, onCreate }: Props) {
  return (
    <>
      {missing.map(({ entity, names }) => (
        <Section
          key={entity}
          title={entity === 'organization' ? 'Organizations your site doesn’t have' : 'Products your site doesn’t have'}
        >
          <Stack space="space.100">
            <Text>Rows that name them are left out. Create them first, and the file is checked again.</Text>
            <List type="unordered">
              {names.slice(0, SHOWN).map(({ name, rows }) => (
                <ListItem key={name}>{`${name}: ${countOf(rows, 'row')}`}</ListItem>
              ))}
            </List>
            {names.length > SHOWN && (
              <Text color="color.text.subtle">{`And ${countOf(names.length - SHOWN, 'more name')}.`}</Text>
            )}
            <Inline>
              <Button isDisabled={isBusy} onClick={() => onCreate(entity)}>
                {`Create ${countOf(names.length, entity)} first`}
              </Button>
            </Inline>
          </Stack>
        </Section>
      ))}
    </>
  );
}
