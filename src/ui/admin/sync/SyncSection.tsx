import React from 'react';
import * as v from 'valibot';
import { jobIdSchema } from '../../../contract/resolvers/jobs';
import type { SectionProps } from '../routes';
import { UnknownPage } from '../UnknownPage';
import { RulesSection } from './rules/RulesSection';
import { SetUpPage } from './SetUpPage';
import { SyncListPage } from './SyncListPage';
import { SyncPage } from './SyncPage';
import { SyncSettingsPage } from './SyncSettingsPage';

/**
 * `sync`, `sync/new`, `sync/new/<import>` for one made of an import, `sync/<sync>`, and `sync/<sync>/settings`; the
 * entitlement rules are under `sync/rules`.
 */
export function SyncSection({ path }: SectionProps) {
  const [first, second, ...rest] = path;
  if (first === 'rules') return <RulesSection path={path.slice(1)} />;
  if (rest.length > 0) return <UnknownPage />;
  if (first === undefined) return <SyncListPage />;
  if (first === 'new') {
    if (second === undefined) return <SetUpPage jobId={null} />;
    return v.is(jobIdSchema, second) ? <SetUpPage key={second} jobId={second} /> : <UnknownPage />;
  }
  if (!v.is(jobIdSchema, first)) return <UnknownPage />;
  if (second === undefined) return <SyncPage key={first} syncId={first} />;
  return second === 'settings' ? <SyncSettingsPage key={first} syncId={first} /> : <UnknownPage />;
}
