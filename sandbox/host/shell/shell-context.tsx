import React from 'react';
import type { HostPage } from '../bridge/host/commands';
import type { Boot, SandboxUser } from './api';
import type { Links, Navigation } from './navigation';

/** What the parts of the shell share. */
export interface Shell {
  boot: Boot;
  user: SandboxUser;
  setUser: (accountId: string) => void;
  navigation: Navigation;
  links: Links;
  page: HostPage;
}

export const ShellContext = React.createContext<Shell | null>(null);

export function useShell(): Shell {
  const shell = React.useContext(ShellContext);
  if (shell === null) throw new Error('There is no shell around this component.');
  return shell;
}
