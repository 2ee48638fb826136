import { MAX_ORGANIZATION_NAME } from '../../contract/organizations';

/** The rule that the name of an organization breaks, or null. Blanks around it do not count. */
export function organizationNameProblem(name: string): string | null {
  const text = name.trim();
  if (text === '') return 'Give the organization a name.';
  return text.length > MAX_ORGANIZATION_NAME
    ? `A name has at most ${MAX_ORGANIZATION_NAME} characters; this one has ${text.length}.`
    : null;
}
