import { type CustomerQuery, MAX_IDS_FOUND, type OrganizationName } from '../../../contract/customers';
import { personQuery } from './person-query';

export interface Condition {
  field: string;
  value: string;
}

/** Whether it says both, so that it can be looked for. */
export const isWhole = ({ field, value }: Condition): boolean => field !== '' && value.trim() !== '';

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
      return text === ''
        ? { problem: 'Write an e-mail address or a name, or how it begins.' }
        : { query: personQuery(text) };
    }
    case 'id':
      return byIds(draft.ids.split(/[\s,;]+/).filter(Boolean));
    case 'details': {
      const conditions = draft.conditions.map(({ field, value }) => ({ field, value: value.trim() }));
      return conditions.every(isWhole)
        ? { query: { by: 'details', conditions } }
        : { problem: 'Choose a field and give its value on every line.' };
    }
    case 'organization':
      return draft.organization === null
        ? { problem: 'Choose an organization.' }
        : { query: { by: 'organization', id: draft.organization.id } };
  }
}

function byIds(ids: string[]): { query: CustomerQuery } | { problem: string } {
  if (ids.length === 0) return { problem: 'Write a customer id.' };
  return ids.length > MAX_IDS_FOUND
    ? { problem: `At most ${MAX_IDS_FOUND} ids are found at once. You gave ${ids.length}.` }
    : { query: { by: 'id', ids } };
}
