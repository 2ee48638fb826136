import { type CustomerQuery, MAX_FOUND_TEXT, MAX_IDS_FOUND, type OrganizationName } from '../../../contract/customers';
import { readRecipients } from '../../../domain/recipients/read';
import { personQuery } from './person-query';

export interface Condition {
  field: string;
  value: string;
}

/** What is wrong with one that cannot be looked for; null where nothing is. */
export function conditionProblem({ field, value }: Condition): string | null {
  if (field === '' || value.trim() === '') return 'Choose a field and enter a value on every line.';
  return tooLong(value);
}

/** What is wrong with a text that names whom to find. */
function personProblem(text: string): string | null {
  const addresses = readRecipients(text).people.filter(({ by }) => by === 'email');
  return addresses.length > 1
    ? 'You can find one person at a time. To add several to an organization, paste the list there.'
    : tooLong(text);
}

/** What is wrong with a text that nothing on a site can match. */
export const tooLong = (text: string): string | null =>
  text.trim().length > MAX_FOUND_TEXT
    ? `You can search for up to ${MAX_FOUND_TEXT} characters. Shorten the text.`
    : null;

/** What is written in the find form; each way keeps its own words while another is tried. */
export interface FindDraft {
  by: CustomerQuery['by'];
  text: string;
  ids: string;
  conditions: readonly Condition[];
  /** Called by its id where an address names it and nobody has chosen it by name. */
  organization: OrganizationName | null;
}

export function draftOf(query: CustomerQuery | null): FindDraft {
  const blank: FindDraft = {
    by: 'person',
    text: '',
    ids: '',
    conditions: [{ field: '', value: '' }],
    organization: null,
  };
  if (query === null) return blank;
  switch (query.by) {
    case 'person':
      return { ...blank, text: query.text };
    case 'id':
      return { ...blank, by: 'id', ids: query.ids.join('\n') };
    case 'details':
      return { ...blank, by: 'details', conditions: query.conditions };
    case 'organization':
      return { ...blank, by: 'organization', organization: { id: query.id, name: query.id } };
  }
}

/** The search that a draft asks for, or what it lacks. */
export function queryOf(draft: FindDraft): { query: CustomerQuery } | { problem: string } {
  switch (draft.by) {
    case 'person': {
      const text = draft.text.trim();
      const problem = text === '' ? 'Enter an email address or a name, or the start of one.' : personProblem(text);
      return problem === null ? { query: personQuery(text) } : { problem };
    }
    case 'id':
      return byIds(draft.ids.split(/[\s,;]+/).filter(Boolean));
    case 'details': {
      const conditions = draft.conditions.map(({ field, value }) => ({ field, value: value.trim() }));
      const [problem] = conditions.flatMap((condition) => conditionProblem(condition) ?? []);
      return problem === undefined ? { query: { by: 'details', conditions } } : { problem };
    }
    case 'organization':
      return draft.organization === null
        ? { problem: 'Choose an organization.' }
        : { query: { by: 'organization', id: draft.organization.id } };
  }
}

function byIds(ids: string[]): { query: CustomerQuery } | { problem: string } {
  if (ids.length === 0) return { problem: 'Enter a customer ID.' };
  if (ids.length > MAX_IDS_FOUND) {
    return { problem: `You can find up to ${MAX_IDS_FOUND} IDs at once. You entered ${ids.length}.` };
  }
  const [problem] = ids.flatMap((id) => tooLong(id) ?? []);
  return problem === undefined ? { query: { by: 'id', ids } } : { problem };
}
