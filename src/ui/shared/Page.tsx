import { Stack } from '@forge/react';
import React from 'react';
import { OutageOnce } from './OutageOnce';
import { PageHeader, type PageHeaderProps } from './PageHeader';

/** One page of the console: its heading with the primary action at the right, then its content. */
export function Page({ children, ...header }: PageHeaderProps & { children: React.ReactNode }) {
  return (
    <Stack space="space.300">
      <PageHeader {...header} />
      <OutageOnce>{children}</OutageOnce>
    </Stack>
  );
}
