import type { ImportSetup } from '../../../contract/file-frame';
import type { Target } from '../../../contract/imports';
import { fold } from '../../fold';
import type { AssociatedEntity } from '../../kinds/cells/association';
import { isOrganizationId } from '../../kinds/cells/association';
import { replacer } from '../../kinds/columns';
import type { ImportKind } from '../../kinds/kind';
import { type Place, placeOf } from '../../kinds/place';
import type { RowProblem } from '../../kinds/problem';
import { type Lookup, NAMES_PER_CALL } from './name-resolver';

type Columns = Pick<ImportSetup, 'columns' | 'fields'>;

/** Two columns that name one thing: by its ID, and by its name. */
interface Pair {
  entity: AssociatedEntity;
  id: number;
  name: number;
  /** The ID that is imported for a cell, as the site writes it; empty where the cell is left out. */
  idIn: (cell: string) => string;
  /** What is imported for a name that the site does not have. */
  replace: (name: string) => string;
}

/** What a place names by name. The name of an organization that is imported is a new one where it comes with an ID. */
function namedBy({ lookup, refers, target }: Place): AssociatedEntity | undefined {
  if (lookup !== undefined) return lookup;
  return refers === true && target.to === 'name' ? 'organization' : undefined;
}

function pairsOf({ columns, fields }: Columns, kind: ImportKind): Pair[] {
  const places = kind.places(fields);
  const placed = columns.flatMap(({ target }, index) => {
    const place = placeOf(target, places);
    return place === undefined ? [] : [{ index, target, place }];
  });
  return placed.flatMap(({ index, target, place }): Pair[] => {
    const entity = namedBy(place);
    const id = placed.find((other) => entity !== undefined && other.place.idsOf === entity);
    if (entity === undefined || id === undefined) return [];
    const [idIn, replace] = [idReaderOf(entity, id.target), replacer(target.values ?? [], null)];
    return [{ entity, id: id.index, name: index, idIn, replace }];
  });
}

/** Reads IDs as the check of their column does: what is put for a cell, or leaves it out, is for one that holds no ID. */
function idReaderOf(entity: AssociatedEntity, { values = [] }: Target): Pair['idIn'] {
  if (entity === 'product') return (cell) => cell.trim();
  const replace = replacer(values, null);
  return (cell) => {
    const id = [cell, replace(cell)].map((text) => text.trim()).find(isOrganizationId);
    return id === undefined ? '' : String(Number(id));
  };
}

/** Whether the ID and the name agree, where rows give both for one organization or product. Each name is asked for once. */
export class Agreement {
  readonly #pairs: readonly Pair[];

  /** `known`: ids by entity and name, as far as the site was asked. `most`: names that are asked for; rows of others pass. */
  constructor(
    setup: Columns,
    private readonly kind: ImportKind,
    private readonly lookup: Lookup,
    private readonly most = Number.POSITIVE_INFINITY,
    private readonly known = new Map<string, readonly string[]>(),
  ) {
    this.#pairs = pairsOf(setup, kind);
  }

  /** One for other remedies, that knows what this one has found. */
  with(setup: Columns): Agreement {
    return new Agreement(setup, this.kind, this.lookup, this.most, this.known);
  }

  /** Asks for the names of rows that give an ID as well, up to 50 a call. */
  async resolve(rows: readonly (readonly string[])[]): Promise<void> {
    for (const pair of this.#pairs) {
      const names = this.#newNames(rows, pair);
      for (let from = 0; from < names.length; from += NAMES_PER_CALL) {
        const asked = names.slice(from, from + NAMES_PER_CALL);
        const found = await this.lookup(pair.entity, asked);
        for (const name of asked) this.known.set(keyOf(pair.entity, name), []);
        for (const { name, ids } of found) this.known.set(keyOf(pair.entity, name), ids);
      }
    }
  }

  #newNames(rows: readonly (readonly string[])[], { entity, id, name, replace }: Pair): string[] {
    const names = new Map<string, string>();
    for (const cells of rows) {
      if ((cells[id] ?? '').trim() === '') continue;
      const given = (cells[name] ?? '').trim();
      for (const one of new Set([given, replace(given).trim()])) {
        const key = keyOf(entity, one);
        if (one !== '' && !this.known.has(key)) names.set(key, one);
      }
    }
    return [...names.values()].slice(0, Math.max(0, this.most - this.known.size));
  }

  /** What is wrong with a row that means two things; null for one that gives only an ID or a name. */
  problemOf(cells: readonly string[]): RowProblem | null {
    for (const { entity, id, idIn, name, replace } of this.#pairs) {
      const [givenId, raw] = [idIn(cells[id] ?? ''), (cells[name] ?? '').trim()];
      if (givenId === '' || raw === '') continue;
      const given = this.#isReadAsIs(entity, raw) ? raw : replace(raw).trim();
      const ids = this.#idsOf(entity, given);
      const isAsked = this.known.has(keyOf(entity, given));
      if (given !== '' && isAsked && !ids.includes(givenId)) return disagreement(entity, givenId, given, ids);
    }
    return null;
  }

  /** Whether the check of its column takes a name as it stands: of products, one that several have breaks a rule. */
  #isReadAsIs(entity: AssociatedEntity, name: string): boolean {
    const { length } = this.#idsOf(entity, name);
    return entity === 'product' ? length === 1 : length > 0;
  }

  #idsOf(entity: AssociatedEntity, name: string): readonly string[] {
    return this.known.get(keyOf(entity, name)) ?? [];
  }
}

const keyOf = (entity: AssociatedEntity, name: string): string => `${entity} ${fold(name)}`;

function disagreement(entity: AssociatedEntity, id: string, name: string, ids: readonly string[]): RowProblem {
  const row = { column: null, value: '' };
  if (ids.length === 0)
    return {
      ...row,
      message: `The row has the ID ${id}, but your site has no ${entity} with the name “${name}” beside it. Correct the name or the ID.`,
      group: `Your site has no ${entity} with the name that the row has beside the ID. Correct the name or the ID.`,
    };
  return {
    ...row,
    message: `The ID ${id} and the name “${name}” don’t mean the same ${entity}: “${name}” has the ID ${ids.join(' or ')}. Correct the name or the ID.`,
    group: `The ID and the name don’t mean the same ${entity}. Correct the name or the ID.`,
  };
}
