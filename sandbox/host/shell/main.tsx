import '../feature-flags';
import '@atlaskit/css-reset';
import { AppProvider } from '@atlaskit/app-provider/app-provider';
import React from 'react';
import { createRoot } from 'react-dom/client';
import { boot } from './api';
import { readSettings } from './settings';
import { ShellPage } from './shell-page';
import './shell.css';

/** Starts the host page: a Jira-like shell around the app, and the sandbox's own panel. */
async function main(): Promise<void> {
  const container = document.querySelector('#shell');
  if (container === null) throw new Error('The page has no place for the shell.');
  const booted = await boot();
  createRoot(container).render(
    <AppProvider defaultColorMode={readSettings().colorMode}>
      <ShellPage boot={booted} />
    </AppProvider>,
  );
}

void main();
