import { LoadingButton } from '@forge/react';
import React from 'react';
import { useNavigation } from './navigation';

/** A link to another page of the console. UI Kit's own Link leaves the page; this one goes through its history. */
export function TextLink({ to, children }: { to: readonly string[]; children: string }) {
  const { go } = useNavigation();
  return (
    <LoadingButton appearance="link" spacing="none" onClick={() => go(to)}>
      {children}
    </LoadingButton>
  );
}
