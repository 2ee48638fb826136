import { MAX_ORGANIZATION_NAME } from '../../contract/organizations';

/** The rule that the name of an organization breaks, or null. Blanks around it do not count. */
export function organizationNameProblem(name: string): string | null {
  const text = name.trim();
  if (text === '') return 'Enter a name.';
  return text.length > MAX_ORGANIZATION_NAME
    ? `A name can have up to ${MAX_ORGANIZATION_NAME} characters. This one has ${text.length}.`
    : null;
}
