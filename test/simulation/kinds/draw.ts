import type { Site } from '../../../sandbox/site';
import type { SiteState } from '../../../sandbox/csm/state';
import type { FieldDefinition } from '../../../src/contract/fields';
import type { ImportColumn, ImportPlan, StoredRow, Target } from '../../../src/contract/imports';
import type { Account, SimulatedCase } from '../case';
import { checkTruth } from '../done';

/** How much of a row the site shows: nothing of it counts as some. `open`: all but what the site refuses to have written. */
export type Shown = 'all' | 'open' | 'some';

/** One row of a simulated file, with what the site holds for it before and how it is recognised afterwards. */
export interface SimulatedRow {
  cells: string[];
  furnish?: (state: SiteState) => void;
  shown: (state: SiteState) => Shown;
  /** What the site holds for it, for files that are undone: the same before and after. */
  held?: (state: SiteState) => unknown;
  /** It is about the entity of another row: what the site shows of it may be that row's doing. */
  isTwin?: true;
  /** The id of what it is about. */
  id: (state: SiteState) => string | undefined;
  /** The site has what it is about before. */
  existed: boolean;
}

export interface SimulatedKind {
  kind: string;
  operation: string;
  route?: 'bulk' | 'direct';
  columns: readonly [header: string, target: Target][];
  fields?: readonly FieldDefinition[];
  products?: readonly [name: string, id: string][];
  rows: readonly SimulatedRow[];
  /** The ids of what several rows are about. */
  twins?: ReadonlySet<string>;
  /** What was there is kept, so that it is undone in the end. */
  keepsBefore?: boolean;
  /** Nothing of the site stands in the way of making the same thing twice. */
  takesDoubles?: boolean;
  /** The site tells each id: the answers of single calls, rows that name it, or what was looked up. */
  tellsIds: boolean;
}

export const fields = {
  region: { name: 'Region', type: 'SELECT', options: ['EU', 'US'] },
  tags: { name: 'Tags', type: 'MULTISELECT', options: ['a', 'b', 'c'] },
  /** The site refuses to have it written: rows that set it succeed in part. */
  locked: { name: 'Notes', type: 'TEXT', options: [] },
} satisfies Record<string, FieldDefinition>;

export const chance = (random: () => number, probability: number): boolean => random() < probability;

export function pick<const T>(random: () => number, choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(random() * choices.length)] ?? choices[0];
}

/** So many rows, mostly a few, and now and then more than a batch or two. */
export const countOf = (random: () => number, most: number): number =>
  1 + Math.floor(random() * (chance(random, 0.3) ? most : most / 4));

/** All of a row where the site refused nothing of it; `isLocked`: it sets what the site refuses. */
export const shownAs = (isOpenDone: boolean, isLocked: boolean): Shown =>
  isOpenDone ? (isLocked ? 'open' : 'all') : 'some';

export function caseOf(given: SimulatedKind): SimulatedCase {
  const rows = given.rows.map(({ cells }, at): StoredRow => [at + 2, cells]);
  const before: boolean[] = [];
  const heldBefore: string[] = [];
  const heldFor = ({ held }: SimulatedRow, state: SiteState): string => JSON.stringify(held?.(state) ?? null);
  return {
    plan: planOf(given),
    rows,
    twins: given.twins ?? new Set(),
    furnish(site) {
      furnishFields(site);
      site.faults.doublesTaken = given.takesDoubles === true;
      const state = site.state();
      for (const [name, id] of given.products ?? []) state.products.add({ id, name });
      for (const row of given.rows) row.furnish?.(state);
      before.push(...given.rows.map(({ shown }) => shown(state) !== 'some'));
      heldBefore.push(...given.rows.map((row) => heldFor(row, state)));
    },
    isAsBefore(site, [number]) {
      const row = given.rows[number - 2];
      return row !== undefined && heldFor(row, site.state()) === heldBefore[number - 2];
    },
    checkRows: (site, account) => [...checkRows(given.rows, before, site, account), ...checkDoubles(site)],
    checkDone: (site, results) =>
      results.flatMap((result) => {
        const { id, existed } = given.rows[result.row - 2] ?? {};
        if (id === undefined || existed === undefined) return [`row ${result.row} is none of the file`];
        return checkTruth(result, { id: id(site.state()), existed, isTold: given.tellsIds });
      }),
  };
}

function planOf(given: SimulatedKind): ImportPlan {
  const { kind, operation, route, columns, fields: mapped = [], products = [], keepsBefore = false } = given;
  return {
    kind,
    operation,
    columns: columns.map(([header, target]): ImportColumn => ({ header, target })),
    fields: [...mapped],
    options: { emptyCells: 'leave', valueSeparator: ';' },
    lookups: { organizations: [], products: products.map(([name, id]) => [name.toLowerCase(), id]) },
    ...(route && { route }),
    ...(keepsBefore && { keepsBefore }),
  };
}

function furnishFields(site: Site): void {
  const { customer, organization, entitlement } = site.state().fields;
  for (const entity of [customer, organization, entitlement]) {
    for (const field of Object.values(fields)) {
      const edit = field === fields.locked ? 'nobody' : 'everyone';
      entity.add({ ...field, id: field.name, view: 'everyone', edit });
    }
  }
}

function checkRows(rows: readonly SimulatedRow[], before: readonly boolean[], site: Site, account: Account): string[] {
  const state = site.state();
  return rows.flatMap(({ shown, isTwin, cells }, at) => {
    const { outcome, reason } = account.get(at + 2) ?? { outcome: 'succeeded', reason: '' };
    const shows = shown(state);
    const says = `row ${at + 2} (${cells.join(', ')}) is called ${outcome}`;
    if (outcome === 'succeeded' && shows !== 'all') return [`${says}, and the site shows ${shows} of it`];
    if (outcome === 'partly' && shows === 'some') return [`${says}, and is not on the site: ${reason}`];
    const isNone = outcome === 'failed' || outcome === 'cancelled';
    if (isNone && shows !== 'some' && before[at] === false && isTwin !== true)
      return [`${says}, and was done: ${reason}`];
    return [];
  });
}

/** Nothing is there twice, whether or not the site would have refused it. */
function checkDoubles(site: Site): string[] {
  const { products, entitlements, organizations, customers } = site.state();
  const names = [
    ...[...products.values()].map(({ name }) => `product ${name}`),
    ...[...organizations.values()].map(({ name }) => `organization ${name}`),
    ...[...customers.values()].map(({ email }) => `customer ${email}`),
    ...[...entitlements.values()].map(({ entity, productId }) => `entitlement of ${entity.id} to ${productId}`),
  ];
  return names.filter((name, at) => names.indexOf(name) !== at).map((name) => `made twice: ${name}`);
}
