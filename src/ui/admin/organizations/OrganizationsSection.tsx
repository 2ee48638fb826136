import React from 'react';
import { joinPath } from '../../shared/path';
import { listingOf } from '../directory/address';
import type { SectionProps } from '../routes';
import { UnknownPage } from '../UnknownPage';
import { type OrganizationFinding, findingOf, pageOf } from './addresses';
import { DirectoryPage } from './DirectoryPage';
import { FoundPage } from './FoundPage';
import { ListPage } from './ListPage';
import { NewOrganizationPage } from './NewOrganizationPage';
import { OrganizationPage } from './OrganizationPage';

/**
 * `organizations`, `organizations/list/…`, `organizations/page/<n>`, `organizations/find/…`, `organizations/new`, `organizations/<id>` and
 * `organizations/<id>/customers/<n>`.
 */
export function OrganizationsSection({ path }: SectionProps) {
  const [first, ...rest] = path;
  if (first === undefined) return <Listed path={[]} />;
  if (first === 'list') return <Listed path={rest} />;
  if (first === 'find' && rest.length === 0) return <ListPage page={0} />;
  if (first === 'find') return <Found finding={findingOf(rest)} />;
  if (first === 'new' && rest.length === 0) return <NewOrganizationPage />;
  if (first === 'page') {
    const page = rest.length === 1 ? pageOf(rest[0]) : null;
    return page === null ? <UnknownPage /> : <ListPage page={page} />;
  }
  const customersPage = customersPageOf(rest);
  if (!/^\d{1,15}$/.test(first) || customersPage === null) return <UnknownPage />;
  return <OrganizationPage key={first} id={first} customersPage={customersPage} />;
}

function Listed({ path }: { path: readonly string[] }) {
  const listing = listingOf('organization', path);
  return listing === null ? <UnknownPage /> : <DirectoryPage listing={listing} />;
}

function Found({ finding }: { finding: OrganizationFinding | null }) {
  if (finding === null) return <UnknownPage />;
  return <FoundPage key={joinPath([finding.by, ...finding.wanted])} finding={finding} />;
}

function customersPageOf(rest: readonly string[]): number | null {
  if (rest.length === 0) return 0;
  return rest.length === 2 && rest[0] === 'customers' ? pageOf(rest[1]) : null;
}
