import { MAX_ORGANIZATIONS_FOUND, MAX_ORGANIZATION_NAME } from '../../../contract/organizations';

/** What organizations are looked for by: words that a name holds, or whole names and ids. */
export interface OrganizationFinding {
  by: 'words' | 'names';
  /** One entry for words. */
  wanted: readonly string[];
}

export const listPath = (page: number): readonly string[] =>
  page === 0 ? ['organizations'] : ['organizations', 'page', String(page + 1)];

export const organizationPath = (id: string, customersPage = 0): readonly string[] =>
  customersPage === 0 ? ['organizations', id] : ['organizations', id, 'customers', String(customersPage + 1)];

export const findingPath = ({ by, wanted }: OrganizationFinding): readonly string[] => [
  'organizations',
  'find',
  by,
  ...wanted,
];

/** What an address asks for; `path` is what follows `organizations/find`. Null where it makes no sense. */
export function findingOf([by, ...wanted]: readonly string[]): OrganizationFinding | null {
  const most = by === 'words' ? 1 : MAX_ORGANIZATIONS_FOUND;
  if (wanted.length === 0 || wanted.length > most || wanted.some(isTooLong)) return null;
  return by === 'words' || by === 'names' ? { by, wanted } : null;
}

/** A page of an address counts from 1, in the app from 0. Null where it is no number. */
export const pageOf = (text: string | undefined): number | null =>
  text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) - 1 : null;

/** What was written into the find form, or what it lacks. */
export function wantedOf(by: OrganizationFinding['by'], text: string): OrganizationFinding | { problem: string } {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  const wanted = [...new Set(lines.filter((line) => line !== ''))];
  if (wanted.length === 0) {
    return { problem: by === 'words' ? 'Enter part of the name.' : 'Enter a name or an ID.' };
  }
  if (wanted.length > MAX_ORGANIZATIONS_FOUND) {
    return { problem: `You can find up to ${MAX_ORGANIZATIONS_FOUND} at once. You entered ${wanted.length}.` };
  }
  return wanted.some(isTooLong)
    ? { problem: `A name can have up to ${MAX_ORGANIZATION_NAME} characters. Shorten it.` }
    : { by, wanted };
}

const isTooLong = (name: string): boolean => name.length > MAX_ORGANIZATION_NAME;
