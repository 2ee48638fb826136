import Papa from 'papaparse';
import type { FieldDefinition } from '../../../src/contract/fields';
import { detailFieldTypes } from '../../../src/contract/fields';
import type { ImportPlan } from '../../../src/contract/imports';
import { columnsOf, matchColumns } from '../../../src/domain/import/match-columns';
import { templateCsv, templateOf } from '../../../src/domain/import/template';
import { allKinds } from '../../../src/domain/kinds';
import { placeOf } from '../../../src/domain/kinds/place';

const field = (name: string, type: FieldDefinition['type']): FieldDefinition => ({
  name,
  type,
  options: type === 'SELECT' || type === 'MULTISELECT' ? ['First', 'Second'] : [],
});
/** A field of each type, one whose name a spreadsheet would run, and one that has the name of a place. */
const fields = [
  ...detailFieldTypes.map((type) => field(`My ${type.toLowerCase()}`, type)),
  field('=Sum', 'TEXT'),
  field('Email', 'TEXT'),
];

const templates = allKinds().flatMap((kind) => kind.operations.map(({ id }) => [kind.id, id, kind] as const));

describe.each(templates)('the template of %s to %s', (_, operation, kind) => {
  const own = kind.entity === null ? [] : fields;
  const [headers = [], example = []] = Papa.parse<string[]>(
    templateCsv(templateOf(kind, operation, own)).slice(1),
  ).data;
  const places = kind.places(own);
  const columns = matchColumns(headers, columnsOf([example]), places);

  it('is matched column by column, and has every field', () => {
    expect(columns.filter(({ target }) => target.to === 'nothing')).toEqual([]);
    expect(columns.flatMap(({ target }) => target.field ?? [])).toEqual(own.map(({ name }) => name));
  });

  it('has an example that can be imported', () => {
    const isLookedUp = columns.map(({ target }) => placeOf(target, places)?.lookup !== undefined);
    // A product that is created must not be there yet.
    const isNew = kind.id === 'products' && operation === 'CREATE';
    const products = isNew ? [] : example.filter((__, index) => isLookedUp[index] === true);
    const plan: ImportPlan = {
      kind: kind.id,
      operation,
      columns,
      fields: own,
      options: { emptyCells: 'leave', valueSeparator: ';' },
      lookups: { organizations: [], products: products.map((name) => [name.toLowerCase(), 'id']) },
    };
    expect(kind.setupProblems(columns, plan.operation)).toEqual([]);
    expect(kind.encoder(plan)(example).problems).toEqual([]);
  });
});
