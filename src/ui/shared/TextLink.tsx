import { Pressable, Text, xcss } from '@forge/react';
import React from 'react';
import { useNavigation } from './navigation';

const bare = xcss({ padding: 'space.0', backgroundColor: 'color.background.neutral.subtle', textAlign: 'start' });

interface TextLinkProps {
  to: readonly string[];
  /** After which a long text ends. */
  maxLines?: number;
  children: string;
}

/**
 * A link to another page of the console. It goes through the page's history: UI Kit's Link and LinkButton take an
 * address (`router.getUrl` gives one) but not a click alone, so that following them loads the whole product anew, and
 * Pressable can be given no role.
 */
export function TextLink({ to, maxLines, children }: TextLinkProps) {
  const { go } = useNavigation();
  return (
    <Pressable xcss={bare} onClick={() => go(to)}>
      <Text color="color.link" {...(maxLines !== undefined && { maxLines })}>
        {children}
      </Text>
    </Pressable>
  );
}
