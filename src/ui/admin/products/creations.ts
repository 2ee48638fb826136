import { type Creation, MAX_PRODUCTS_CREATED } from '../../../contract/resolvers/products';
import { isolated } from '../../../domain/isolated';

/**
 * Sends names in calls of as many as one takes, until all are dealt with or the site has stopped answering.
 * @param onCreations told after each call what became of all that were sent
 * @throws whatever a call rejects with; those before it stay told
 */
export async function sendNames(
  names: readonly string[],
  send: (names: string[]) => Promise<readonly Creation[]>,
  onCreations: (creations: readonly Creation[]) => void,
): Promise<void> {
  let creations: readonly Creation[] = [];
  while (creations.length < names.length && creations.at(-1)?.outcome !== 'not-tried') {
    const next = names.slice(creations.length, creations.length + MAX_PRODUCTS_CREATED);
    creations = [...creations, ...(await send(next))];
    onCreations(creations);
  }
}

/** The names that have no product by what the site said, to be corrected or sent again. */
export const namesLeft = (names: readonly string[], creations: readonly Creation[]): string[] => [
  ...creations.flatMap(({ outcome, name }) => (outcome === 'created' || outcome === 'exists' ? [] : [name])),
  ...names.slice(creations.length),
];

export const outcomeNames: Record<Creation['outcome'], string> = {
  created: 'created',
  exists: 'there already',
  refused: 'refused',
  unconfirmed: 'unconfirmed',
  'not-tried': 'not sent',
};

/** What is to be known of an outcome beside its name. */
export function outcomeWords(creation: Creation): string {
  switch (creation.outcome) {
    case 'created':
      return '';
    case 'exists':
      return creation.product.name === creation.name ? '' : `As “${isolated(creation.product.name)}”.`;
    case 'unconfirmed':
      return `${creation.message} It may have been created all the same: sending it again finds out.`;
    case 'not-tried':
      return `${creation.message} ${creation.advice}`;
    case 'refused':
      return creation.message;
  }
}
