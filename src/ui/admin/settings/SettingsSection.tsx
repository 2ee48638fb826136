import React from 'react';
import type { SectionProps } from '../routes';
import { UnknownPage } from '../UnknownPage';
import { ProfileSettingsPage } from './profile/ProfileSettingsPage';
import { SettingsPage } from './SettingsPage';

/** The pages of the settings: of the whole site, and of the profile on an issue. */
export function SettingsSection({ path }: SectionProps) {
  const [page, ...more] = path;
  if (page === undefined) return <SettingsPage />;
  return page === 'profile' && more.length === 0 ? <ProfileSettingsPage /> : <UnknownPage />;
}
