import { Pressable, Text, xcss } from '@forge/react';
import React from 'react';
import { openConsole } from '../../../shared/open-console';
import type { FieldProposal } from './mapping';

const bare = xcss({ padding: 'space.0', backgroundColor: 'color.background.neutral.subtle', textAlign: 'start' });

/**
 * Begins a field for a column that nothing matches, in a tab of its own: the file that was chosen is in the memory of
 * this one.
 */
export function CreateFieldLink({ proposal: { name, type } }: { proposal: FieldProposal }) {
  return (
    <Pressable xcss={bare} onClick={() => openConsole(['fields', 'customers', 'new', name, type])}>
      <Text color="color.link">{`Create field “${name}” in a new tab`}</Text>
    </Pressable>
  );
}
