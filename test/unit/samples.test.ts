import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { fillDemo } from '../../sandbox/csm/demo/fill';
import { createState } from '../../sandbox/csm/state';
import type { ImportPlan } from '../../src/contract/imports';
import { fold } from '../../src/domain/fold';
import { duplicateIn } from '../../src/domain/import/duplicates';
import { columnsOf, matchColumns } from '../../src/domain/import/match-columns';
import { allKinds } from '../../src/domain/kinds';

const state = createState();
fillDemo(state);

describe('the sample of each kind beside customer profiles', () => {
  const kinds = allKinds().filter(({ id }) => id !== 'customer-profiles');

  it.each(kinds.map((kind) => [kind.id, kind] as const))('%s fits the demo site as it is proposed', (id, kind) => {
    const csv = readFileSync(resolve(__dirname, `../../samples/${id}.csv`), 'utf8');
    const [headers = [], ...rows] = Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;
    const stored = kind.entity === null ? [] : [...state.fields[kind.entity].values()];
    const fields = stored.map(({ name, type, options }) => ({ name, type, options: [...options] }));
    const columns = matchColumns(headers, columnsOf(rows), kind.places(fields));
    const operation = kind.operations[0].id;
    expect(columns.filter(({ target }) => target.to === 'nothing')).toEqual([]);
    expect(kind.setupProblems(columns, operation)).toEqual([]);
    const products = [...state.products.values()].map(({ name, id: productId }): [string, string] => [
      fold(name),
      productId,
    ]);
    const plan: ImportPlan = {
      kind: id,
      operation,
      columns,
      fields,
      options: { emptyCells: 'leave', valueSeparator: ';' },
      lookups: { organizations: [], products },
    };
    const encode = kind.encoder(plan);
    const encoded = rows.map((row) => encode(row));
    expect(rows.length).toBeGreaterThan(10);
    expect(encoded.flatMap(({ problems }) => problems)).toEqual([]);
    expect(duplicateIn(encoded, kind)).toBeFalsy();
  });
});
