import type { ImportSetup } from '../../../contract/file-frame';
import { namesInCell, type AssociatedEntity } from '../../kinds/cells/association';
import type { ImportPlan } from '../../../contract/imports';
import { fold } from '../../fold';
import { piecesOf, replacer } from '../../kinds/columns';
import type { ImportKind } from '../../kinds/kind';
import { type AmbiguousNames, placeOf } from '../../kinds/place';
import { MAX_PLAN_BYTES, bytesOf } from '../../import/plan-size';
import { tooManyNames } from '../read/refused';

export type Lookup = (entity: AssociatedEntity, names: string[]) => Promise<{ name: string; ids: string[] }[]>;

/** Names of one `imports.organizations`. */
export const NAMES_PER_CALL = 50;

interface NamedColumn {
  index: number;
  entity: AssociatedEntity;
  /** What is imported for a cell. */
  replace: (raw: string) => string;
}

/** Finds the ids of the organizations and products that a file names, each name asked for once. */
export class NameResolver {
  readonly lookups: ImportPlan['lookups'] = { organizations: [], products: [] };
  readonly ambiguous: AmbiguousNames & { organizations: Set<string>; products: Set<string> } = {
    organizations: new Set(),
    products: new Set(),
  };
  readonly #columns: NamedColumn[];
  readonly #separator: string;
  readonly #known = { organization: new Set<string>(), product: new Set<string>() };
  #bytes = 0;

  constructor(
    { columns, fields, options }: Pick<ImportSetup, 'columns' | 'fields' | 'options'>,
    private readonly kind: ImportKind,
    private readonly lookup: Lookup,
  ) {
    this.#separator = options.valueSeparator;
    const places = kind.places(fields);
    this.#columns = columns.flatMap(({ target }, index) => {
      const place = placeOf(target, places);
      if (place?.lookup === undefined) return [];
      return [{ index, entity: place.lookup, replace: replacer(target.values ?? [], piecesOf(place, { options })) }];
    });
  }

  /** One for the same columns with other remedies, that knows what this one has found. */
  with(setup: Pick<ImportSetup, 'columns' | 'fields' | 'options'>): NameResolver {
    const other = new NameResolver(setup, this.kind, this.lookup);
    for (const list of ['organizations', 'products'] as const) {
      other.lookups[list].push(...this.lookups[list]);
      for (const name of this.ambiguous[list]) other.ambiguous[list].add(name);
    }
    for (const entity of ['organization', 'product'] as const)
      for (const name of this.#known[entity]) other.#known[entity].add(name);
    other.#bytes = this.#bytes;
    return other;
  }

  /** Asks for the names in the records that are not known yet. True when there were any. */
  async resolve(records: readonly (readonly string[])[]): Promise<boolean> {
    let asked = false;
    for (const column of this.#columns) {
      const { entity } = column;
      const names = this.#newNames(records, column, this.#known[entity]);
      for (let from = 0; from < names.length; from += NAMES_PER_CALL) {
        this.#learn(entity, await this.lookup(entity, names.slice(from, from + NAMES_PER_CALL)));
        asked = true;
      }
    }
    return asked;
  }

  #newNames(records: readonly (readonly string[])[], { index, replace }: NamedColumn, known: Set<string>): string[] {
    const names: string[] = [];
    const cells = new Set<string>();
    for (const record of records) cells.add(record[index] ?? '');
    for (const cell of cells) {
      const put = replace(cell);
      const named = namesInCell(cell, this.#separator);
      for (const name of put === cell ? named : [...named, ...namesInCell(put, this.#separator)]) {
        if (known.has(fold(name))) continue;
        known.add(fold(name));
        names.push(name);
      }
    }
    return names;
  }

  #learn(entity: AssociatedEntity, matches: readonly { name: string; ids: string[] }[]): void {
    const list = entity === 'organization' ? 'organizations' : 'products';
    for (const { name, ids } of matches) {
      const [id] = ids;
      if (id === undefined) continue;
      if (ids.length > 1) {
        this.ambiguous[list].add(fold(name));
        continue;
      }
      const pair: [name: string, id: string] = [fold(name), id];
      this.lookups[list].push(pair);
      this.#bytes += bytesOf(pair).length;
    }
    // The whole plan is measured once it is there; a file that cannot have one is not looked up to its end.
    if (this.#bytes > MAX_PLAN_BYTES) throw tooManyNames();
  }
}
