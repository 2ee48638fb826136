import { areEditsOver, newsOfEdits } from '../domain/syncs/news-of-edits';
import { countWords, troubleOf } from '../domain/syncs/trouble';
import type { Sync } from '../domain/syncs/sync';
import type { Services } from '../jobs/run/services';
import { factsOf, log } from '../platform/log';
import { changeSync } from './store';

/**
 * Tells those who watch a project, by issues in it: one for each trouble that waits for a person, however often it comes
 * again, until a run has ended well; and one for each look at the site that has found other edits than the one before. Issues
 * are created as the owner of the sync. Where that fails, the page says so.
 */
export async function tell(sync: Sync, { site }: Services): Promise<void> {
  await tellOfTrouble(sync, site);
  await tellOfEdits(sync, site);
}

async function tellOfTrouble(sync: Sync, site: Services['site']): Promise<void> {
  const trouble = troubleOf(sync);
  if (trouble === null) {
    if (sync.told !== null) await changeSync(sync.id, (now) => ({ ...now, told: null }));
    return;
  }
  if (sync.tell === null || sync.told?.trouble === trouble.id) return;
  const { id, title, words, counts } = trouble;
  const lines = [words, countWords(counts), 'Open the sync in CSM Console to see more, and to decide.'];
  const told = { trouble: id, ...(await create(sync, sync.tell.project, title, lines, site)) };
  await changeSync(sync.id, (now) => ({ ...now, told }));
}

async function tellOfEdits(sync: Sync, site: Services['site']): Promise<void> {
  const { look } = sync;
  const news = newsOfEdits(sync);
  if (look === null || news === null) {
    if (sync.toldOfEdits !== null && areEditsOver(sync))
      await changeSync(sync.id, (now) => ({ ...now, toldOfEdits: null }));
    return;
  }
  if (sync.tell === null) return;
  const issue = await create(sync, sync.tell.project, news.title, news.lines, site);
  const toldOfEdits = { no: look.no, found: look.found, ...issue };
  await changeSync(sync.id, (now) => ({ ...now, toldOfEdits }));
}

/** The key of the issue, or why there is none. */
async function create(
  sync: Sync,
  project: string,
  title: string,
  lines: readonly string[],
  site: Services['site'],
): Promise<{ issue: string; problem: string }> {
  try {
    return { issue: await site.createIssue(project, `${sync.name}: ${title}`, lines), problem: '' };
  } catch (error) {
    log('sync-not-told', factsOf(error));
    return { issue: '', problem: `An issue in ${project} couldn’t be created as ${sync.owner.name}.` };
  }
}
