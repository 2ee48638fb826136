import { wordsFor } from '../import/concepts';
import { type Taker, associationReader } from './cells/readers';
import type { ReadPlace } from './place';

/** The places for the products that the entity of a row is given, by name and by id. */
export function productPlaces<Payload>(take: Taker<Payload, string[]>): readonly ReadPlace<Payload>[] {
  const place: Pick<ReadPlace<Payload>, 'group' | 'fills' | 'hasSeveral' | 'reader'> = {
    group: 'Associated with',
    fills: 'product',
    hasSeveral: true,
    reader: (reading) => associationReader('product', reading, take),
  };
  return [
    {
      ...place,
      target: { to: 'product', by: 'name' },
      label: 'Product, by name',
      synonyms: wordsFor('product'),
      lookup: 'product',
      template: { header: 'Product', example: '' },
    },
    { ...place, target: { to: 'product', by: 'id' }, label: 'Product, by ID', synonyms: [], idsOf: 'product' },
  ];
}
