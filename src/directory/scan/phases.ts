import type { DirectoryEntity } from '../../contract/directory';
import { type ScanPhase, withGap } from '../../domain/directory/state';
import { ORGANIZATIONS_PAGE_MAX } from '../../jira/organizations';
import { SiteError } from '../../platform/http/site-error';
import { RECORDS_PER_PART } from '../store/parts';
import { countSome, writeReport } from '../report/count';
import { PROFILES_PER_FETCH, readProfiles } from './profiles';
import { type Phase, goTo } from './phase';
import { profileChunk } from './profile-chunk';
import { PARTS_PER_STEP, partsBefore, readBefore } from './before';
import { type Listed, inOrder, readAllIds, readIds, readWhole, stage, stageAll, stageMore } from './stage';
import { touched } from './touched';

/** Pages of organizations in one step: as many as make a chunk. */
const ORGANIZATION_PAGES = RECORDS_PER_PART / ORGANIZATIONS_PAGE_MAX;

const organizations: Phase = async (scan, { jira }) => {
  const listed: Listed[] = [];
  let { at } = scan;
  for (let page = 0; page < ORGANIZATION_PAGES; page += 1) {
    const read = await jira.listOrganizations({ start: at, limit: ORGANIZATIONS_PAGE_MAX });
    listed.push(...read.organizations.map(({ id, name }): Listed => [id, name]));
    at += read.organizations.length;
    if (read.isLast || read.organizations.length === 0)
      return goTo(await stage(scan, 'organizations', listed), 'order-organizations');
  }
  return { ...(await stage(scan, 'organizations', listed)), at };
};

const orderOrganizations: Phase = async (scan) => {
  const all = inOrder(await readWhole(scan, 'organizations'));
  const staged = await stageAll(scan, 'sorted-organizations', all);
  return goTo({ ...staged, found: { ...staged.found, organizations: all.length } }, 'organization-profiles');
};

/** Accounts of one page. Jira Cloud platform REST API v3, get all users. */
const ACCOUNTS_PAGE = 1_000;

/**
 * Lists accounts of every kind but apps: portal-only customers, and people with an Atlassian account, who can be customers
 * as well. Whether they are, their profiles tell. Where the list is not to be had, customers of organizations are all
 * that is found.
 */
const accounts: Phase = async (scan, { jira }) => {
  try {
    const users = await jira.listUsers({ start: scan.at, limit: ACCOUNTS_PAGE });
    // Hidden accounts are left out of a page: only one without any is behind the last.
    if (users.length === 0) return goTo(scan, 'find-unlisted');
    const listed = users
      .filter(({ accountType }) => accountType !== 'app')
      .map(({ accountId, displayName }): Listed => [accountId, displayName]);
    const staged = await stage(scan, 'accounts', listed);
    const found = { ...staged.found, accounts: staged.found.accounts + listed.length };
    return { ...staged, found, at: scan.at + ACCOUNTS_PAGE };
  } catch (error) {
    if (!(error instanceof SiteError) || (error.kind !== 'forbidden' && error.kind !== 'not-found')) throw error;
    const reason = 'Your site doesn’t list its accounts to you, so only customers in organizations are here.';
    return goTo(withGap(scan, 'accounts', 1, reason), 'find-unlisted');
  }
};

/** Who is known, and no account of the list: as a customer of an organization, or from the reading before. */
const findUnlisted: Phase = async (scan) => {
  const listed = await readWhole(scan, 'accounts');
  const unlistedOf = (ids: Iterable<string>) => [...ids].filter((id) => !listed.has(id));
  const parts = scan.catchUp === null ? 0 : await partsBefore(scan.catchUp, 'customer');
  if (scan.catchUp === null || scan.at >= parts)
    return goTo(await stageMore(scan, 'unlisted', unlistedOf(await readAllIds(scan, 'members'))), 'unlisted');
  const to = Math.min(parts, scan.at + PARTS_PER_STEP);
  const ids: string[] = [];
  await readBefore(scan.catchUp, 'customer', scan.at, to, ({ id }) => ids.push(id));
  return { ...(await stageMore(scan, 'unlisted', unlistedOf(ids))), at: to };
};

/** Asks for the names of those that no list has named: without them, nobody knows where they stand. */
const unlisted: Phase = async (scan, { csm, clock }) => {
  if (scan.at >= scan.chunks.unlisted) return goTo(scan, 'order-customers');
  const ids = await readIds(scan, 'unlisted', scan.at);
  const listed: Listed[] = [];
  for (let from = 0; from < ids.length; from += PROFILES_PER_FETCH) {
    const some = ids.slice(from, from + PROFILES_PER_FETCH);
    const { records } = await readProfiles(csm, 'customer', some, { hasValues: false, endField: null }, clock.now());
    listed.push(...records.map(({ id, name }): Listed => [id, name]));
  }
  return { ...(await stage(scan, 'accounts', listed)), at: scan.at + 1 };
};

const orderCustomers: Phase = async (scan) => {
  const all = inOrder(await readWhole(scan, 'accounts'));
  const staged = await stageAll(scan, 'sorted-customers', all);
  return goTo({ ...staged, found: { ...staged.found, customers: all.length } }, 'customer-profiles');
};

const profilesOf =
  (entity: DirectoryEntity, list: 'sorted-organizations' | 'sorted-customers', next: ScanPhase): Phase =>
  (scan, services) =>
    scan.at >= scan.chunks[list] ? Promise.resolve(goTo(scan, next)) : profileChunk(entity, list, scan, services);

/** The phases that read the site, by their names. Those that follow change what is kept. */
export const phases: Readonly<Record<Exclude<ScanPhase, 'finish' | 'clean'>, Phase>> = {
  touched,
  organizations,
  'order-organizations': orderOrganizations,
  'organization-profiles': profilesOf('organization', 'sorted-organizations', 'accounts'),
  accounts,
  'find-unlisted': findUnlisted,
  unlisted,
  'order-customers': orderCustomers,
  'customer-profiles': profilesOf('customer', 'sorted-customers', 'report'),
  report: (scan, { csm }) => countSome(scan, csm),
  'finish-report': writeReport,
};
