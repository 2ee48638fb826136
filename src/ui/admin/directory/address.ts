import * as v from 'valibot';
import {
  type DirectoryFilter,
  type DirectoryView,
  type ListedEntity,
  directoryViewSchema,
} from '../../../contract/directory';
import { defaultViews } from './words';

/** A list, and the page of it that is shown, from 0. */
export interface Listing {
  view: DirectoryView;
  page: number;
}

/** The section of the console that lists them. */
export const sectionOf = (entity: ListedEntity): 'customers' | 'organizations' | 'entitlements' => `${entity}s`;

const isDefault = (entity: ListedEntity, view: DirectoryView): boolean =>
  JSON.stringify(view) === JSON.stringify(defaultViews[entity]);

/** The address of a page of a list: `customers`, or `customers/list/<page, from 1>/<what it shows>`. */
export function listingPath(entity: ListedEntity, { view, page }: Listing): readonly string[] {
  const section = sectionOf(entity);
  if (isDefault(entity, view)) return page === 0 ? [section] : [section, 'list', String(page + 1)];
  return [section, 'list', String(page + 1), JSON.stringify(view)];
}

/** The address of a list with some filters, as it shows before anybody has chosen something else. */
export const filteredPath = (entity: ListedEntity, ...filters: DirectoryFilter[]): readonly string[] =>
  listingPath(entity, { view: { ...defaultViews[entity], filters }, page: 0 });

/** What an address asks for; `path` is what follows `customers/list`. Null where it makes no sense. */
export function listingOf(entity: ListedEntity, path: readonly string[]): Listing | null {
  const [number = '1', text, ...more] = path;
  if (more.length > 0 || !/^[1-9]\d{0,4}$/.test(number)) return null;
  const view = text === undefined ? defaultViews[entity] : viewOf(text);
  return view === null ? null : { view, page: Number(number) - 1 };
}

function viewOf(text: string): DirectoryView | null {
  try {
    const view = v.safeParse(directoryViewSchema, JSON.parse(text));
    return view.success ? view.output : null;
  } catch {
    return null;
  }
}
