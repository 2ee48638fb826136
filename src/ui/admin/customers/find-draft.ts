import { type CustomerQuery, MAX_IDS_FOUND } from '../../../contract/customers';

export interface Condition {
  field: string;
  value: string;
}

/** What is written in the find form; each way keeps its own words while another is tried. */
export interface FindDraft {
  by: CustomerQuery['by'];
  text: string;
  ids: string;
  conditions: readonly Condition[];
  organizationId: string;
}

export function draftOf(query: CustomerQuery | null): FindDraft {
  const blank: FindDraft = {
    by: 'person',
    text: '',
    ids: '',
    conditions: [{ field: '', value: '' }],
    organizationId: '',
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
      return { ...blank, by: 'organization', organizationId: query.id };
  }
}

/** The search that a draft asks for, or what it lacks. */
export function queryOf(draft: FindDraft): { query: CustomerQuery } | { problem: string } {
  switch (draft.by) {
    case 'person': {
      const text = draft.text.trim();
      return text === ''
        ? { problem: 'Write an e-mail address or a name, or how it begins.' }
        : { query: { by: 'person', text } };
    }
    case 'id':
      return byIds(draft.ids.split(/[\s,;]+/).filter(Boolean));
    case 'details': {
      const conditions = draft.conditions.map(({ field, value }) => ({ field, value: value.trim() }));
      const isWhole = conditions.every(({ field, value }) => field !== '' && value !== '');
      return isWhole
        ? { query: { by: 'details', conditions } }
        : { problem: 'Choose a field and give its value on every line.' };
    }
    case 'organization':
      return draft.organizationId === ''
        ? { problem: 'Choose an organization.' }
        : { query: { by: 'organization', id: draft.organizationId } };
  }
}

function byIds(ids: string[]): { query: CustomerQuery } | { problem: string } {
  if (ids.length === 0) return { problem: 'Write a customer id.' };
  return ids.length > MAX_IDS_FOUND
    ? { problem: `At most ${MAX_IDS_FOUND} ids are found at once. You gave ${ids.length}.` }
    : { query: { by: 'id', ids } };
}
