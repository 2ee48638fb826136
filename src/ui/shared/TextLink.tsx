import { Pressable, Text, xcss } from '@forge/react';
import React from 'react';
import { useNavigation } from './navigation';

const bare = xcss({ padding: 'space.0', backgroundColor: 'color.background.neutral.subtle', textAlign: 'start' });

/**
 * A link to another page of the console. It goes through the page's history: UI Kit's Link and LinkButton take an
 * address (`router.getUrl` gives one) but not a click alone, so that following them loads the whole product anew, and
 * Pressable can be given no role.
 */
export function TextLink({ to, children }: { to: readonly string[]; children: string }) {
  const { go } = useNavigation();
  return (
    <Pressable xcss={bare} onClick={() => go(to)}>
      <Text color="color.link">{children}</Text>
    </Pressable>
  );
}
