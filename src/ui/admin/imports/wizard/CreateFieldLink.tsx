import { router } from '@forge/bridge';
import { Pressable, Text, xcss } from '@forge/react';
import React from 'react';
import { joinPath } from '../../../shared/path';
import type { FieldProposal } from './mapping';

const bare = xcss({ padding: 'space.0', backgroundColor: 'color.background.neutral.subtle', textAlign: 'start' });

/** The key of the admin page in manifest.yml. */
const CONSOLE = 'console';

/**
 * Begins a field for a column that nothing matches, in a tab of its own: the file that was chosen is in the memory of
 * this one.
 */
export function CreateFieldLink({ proposal: { name, type } }: { proposal: FieldProposal }) {
  const path = joinPath(['fields', 'customers', 'new', name, type]).slice(1);
  return (
    <Pressable xcss={bare} onClick={() => void router.open({ target: 'module', moduleKey: CONSOLE, path })}>
      <Text color="color.link">{`Create field “${name}” in a new tab`}</Text>
    </Pressable>
  );
}
