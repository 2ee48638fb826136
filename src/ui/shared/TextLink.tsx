import { Pressable, Text, xcss } from '@forge/react';
import React from 'react';
import { useNavigation } from './navigation';

const bare = xcss({ padding: 'space.0', backgroundColor: 'color.background.neutral.subtle', textAlign: 'start' });

/** A link to another page of the console. UI Kit's own Link leaves the page; this one goes through its history. */
export function TextLink({ to, children }: { to: readonly string[]; children: string }) {
  const { go } = useNavigation();
  return (
    <Pressable xcss={bare} onClick={() => go(to)}>
      <Text color="color.link">{children}</Text>
    </Pressable>
  );
}
