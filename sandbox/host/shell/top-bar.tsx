import { useColorMode, useSetColorMode } from '@atlaskit/app-provider';
import Avatar from '@atlaskit/avatar';
import { IconButton } from '@atlaskit/button/new';
import MenuIcon from '@atlaskit/icon/core/menu';
import SettingsIcon from '@atlaskit/icon/core/settings';
import React from 'react';
import { PROJECT } from '../../jira/issues/fields';
import { placeOf } from './place';
import { readSettings, writeSettings } from './settings';
import { useShell } from './shell-context';
import type { ColorMode } from './theme';

interface TopBarProps {
  menuOpen: boolean;
  toggleMenu: () => void;
}

/** The product's top bar. What is not Jira's (the switches of user and theme) says so by its label. */
export function TopBar({ menuOpen, toggleMenu }: TopBarProps): React.JSX.Element {
  const { user } = useShell();
  return (
    <header className="top-bar">
      <span className="menu-button">
        <IconButton
          icon={MenuIcon}
          label={menuOpen ? 'Close the settings menu' : 'Open the settings menu'}
          appearance="subtle"
          onClick={toggleMenu}
          aria-expanded={menuOpen}
          aria-controls="sidebar"
        />
      </span>
      <span className="product">
        <SettingsIcon label="" color="var(--ds-icon-brand)" />
        <span>Jira</span>
        <span className="product-part">{placeOf(window.location).kind === 'app' ? 'Settings' : PROJECT.name}</span>
      </span>
      <span className="top-bar-space" />
      <ThemeSwitch />
      <UserSwitch />
      <Avatar size="small" name={user.displayName} />
    </header>
  );
}

const modes: readonly ColorMode[] = ['light', 'dark', 'auto'];
const modeNames: Record<ColorMode, string> = { light: 'Light', dark: 'Dark', auto: 'Match browser' };

function ThemeSwitch(): React.JSX.Element {
  const setColorMode = useSetColorMode();
  const shown = useColorMode();
  const [chosen, choose] = React.useState<ColorMode>(() => readSettings().colorMode);
  const change = (mode: ColorMode) => {
    writeSettings({ colorMode: mode });
    choose(mode);
    setColorMode(mode);
  };
  return (
    <label className="switch">
      <span className="switch-name">Theme</span>
      <select
        value={chosen}
        data-shown={shown}
        onChange={({ target }) => change(modes.find((mode) => mode === target.value) ?? 'auto')}
      >
        {modes.map((mode) => (
          <option key={mode} value={mode}>
            {modeNames[mode]}
          </option>
        ))}
      </select>
    </label>
  );
}

function UserSwitch(): React.JSX.Element {
  const { boot, user, setUser } = useShell();
  return (
    <label className="switch">
      <span className="switch-name">Signed in as</span>
      <select value={user.accountId} onChange={({ target }) => setUser(target.value)}>
        {boot.users.map(({ accountId, displayName, role }) => (
          <option key={accountId} value={accountId}>
            {`${displayName} (${role})`}
          </option>
        ))}
      </select>
    </label>
  );
}
