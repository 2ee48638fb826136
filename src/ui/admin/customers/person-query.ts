import type { CustomerQuery } from '../../../contract/customers';
import { looksLikeId, readOne } from '../../../domain/recipients/read';

/** How to find a customer by what a person writes or pastes into one field: an ID, a name, `Ada Byron <ada@…>`. */
export function personQuery(text: string): CustomerQuery {
  const wanted = readOne(text) ?? text;
  return looksLikeId(wanted) ? { by: 'id', ids: [wanted] } : { by: 'person', text: wanted };
}
