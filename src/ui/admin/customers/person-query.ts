import type { CustomerQuery } from '../../../contract/customers';

/**
 * How to find a customer by what a person writes into one field. Ids hold a colon (`qm:…`, `712020:…`) or are the 24
 * hexadecimal digits of older Atlassian accounts; no e-mail address and hardly a name is either.
 */
export const personQuery = (text: string): CustomerQuery =>
  /^\S+:\S+$/.test(text) || /^[\da-f]{24}$/i.test(text) ? { by: 'id', ids: [text] } : { by: 'person', text };
