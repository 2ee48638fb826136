import { type Creation, MAX_PRODUCTS_CREATED } from '../../../contract/resolvers/products';
import type { Product } from '../../../contract/entitlements';
import { fold } from '../../../domain/fold';
import { isolated } from '../../../domain/isolated';

/**
 * Sends those of the names that no product `present` has, in calls of as many as one takes, until all are dealt with or
 * the site has stopped answering.
 * @param onCreations told after each call what became of all that were sent
 * @throws whatever a call rejects with; those before it stay told
 */
export async function sendNames(
  names: readonly string[],
  present: readonly Product[],
  send: (names: string[]) => Promise<readonly Creation[]>,
  onCreations: (creations: readonly Creation[]) => void,
): Promise<void> {
  const byName = new Map(present.map((product) => [fold(product.name), product]));
  const isNew = (name: string): boolean => !byName.has(fold(name));
  let creations: readonly Creation[] = [];
  while (creations.length < names.length && creations.every(({ outcome }) => outcome !== 'not-tried')) {
    const rest = names.slice(creations.length);
    const next = rest.filter(isNew).slice(0, MAX_PRODUCTS_CREATED);
    creations = [...creations, ...inOrder(rest, byName, next.length === 0 ? [] : await send(next))];
    onCreations(creations);
  }
}

/** What became of the first of the names: those that are there already, between those that were sent. */
function inOrder(
  names: readonly string[],
  present: ReadonlyMap<string, Product>,
  sent: readonly Creation[],
): readonly Creation[] {
  const creations: Creation[] = [];
  let told = 0;
  for (const name of names) {
    const product = present.get(fold(name));
    const creation: Creation | undefined = product ? { outcome: 'exists', name, product } : sent[told];
    if (creation === undefined) break;
    if (product === undefined) told += 1;
    creations.push(creation);
  }
  return creations;
}

/** The names that have no product by what the site said, to be corrected or sent again. */
export const namesLeft = (names: readonly string[], creations: readonly Creation[]): string[] => [
  ...creations.flatMap(({ outcome, name }) => (outcome === 'created' || outcome === 'exists' ? [] : [name])),
  ...names.slice(creations.length),
];

export const outcomeNames: Record<Creation['outcome'], string> = {
  created: 'created',
  exists: 'already exists',
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
      return `${creation.message} It may have been created anyway. Send it again to find out.`;
    case 'not-tried':
      return `${creation.message} ${creation.advice}`;
    case 'refused':
      return creation.message;
  }
}
