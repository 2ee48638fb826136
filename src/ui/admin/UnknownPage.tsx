import { Button, EmptyState } from '@forge/react';
import React from 'react';
import { useNavigation } from '../shared/navigation';
import { useWindowTitle } from '../shared/use-window-title';

/** What an address shows that leads nowhere. */
export function UnknownPage() {
  const { go } = useNavigation();
  useWindowTitle('Page not found');
  return (
    <EmptyState
      header="Page not found"
      headingLevel={1}
      description="The link may be incomplete or out of date."
      primaryAction={<Button onClick={() => go(['overview'])}>Go to the overview</Button>}
    />
  );
}
