import * as v from 'valibot';
import { MAX_SAVED_VIEWS, type SavedView, savedViewSchema } from '../../contract/directory';
import { fold } from '../../domain/fold';
import { changeRecord } from '../../platform/change-record';
import { readRecord } from '../../platform/records';
import { Refusal } from '../refusal';

const KEY = 'directory-views';
/** Characters of one view as JSON: 50 of them stay under the 240 KiB of a stored value. Forge platform limits. */
const MAX_VIEW_CHARS = 4_500;

const recordSchema = v.object({ views: v.array(savedViewSchema) });

type Named = Pick<SavedView, 'name' | 'entity'>;

/** The views that administrators have saved, by name. */
export async function readViews(): Promise<SavedView[]> {
  return (await readRecord(KEY, recordSchema))?.value.views ?? [];
}

/**
 * Saves a view over the one of the same name, whatever its letter case.
 * @throws Refusal INVALID when it is too long, CONFLICT when the site has MAX_SAVED_VIEWS others
 */
export function saveView(view: SavedView): Promise<SavedView[]> {
  if (JSON.stringify(view).length > MAX_VIEW_CHARS)
    throw new Refusal('INVALID', 'This view has too many columns or filters to be saved.');
  return changeViews((saved) => {
    const others = without(saved, view);
    if (others.length >= MAX_SAVED_VIEWS)
      throw new Refusal(
        'CONFLICT',
        `Your site has ${MAX_SAVED_VIEWS} saved views, the maximum.`,
        'Delete one you no longer need, or use its name to replace it.',
      );
    return [...others, view].sort((a, b) => a.name.localeCompare(b.name));
  });
}

/** Deletes the view of that name, if there is one. */
export const deleteView = (named: Named): Promise<SavedView[]> => changeViews((saved) => without(saved, named));

const without = (views: readonly SavedView[], { name, entity }: Named): SavedView[] =>
  views.filter((one) => one.entity !== entity || fold(one.name) !== fold(name));

async function changeViews(change: (saved: SavedView[]) => SavedView[]): Promise<SavedView[]> {
  const changed = await changeRecord(KEY, recordSchema, (value) => ({ views: change(value?.views ?? []) }));
  return changed.views;
}
