import { countWords, type Trouble, troubleOf } from '../domain/syncs/trouble';
import type { Sync } from '../domain/syncs/sync';
import type { Services } from '../jobs/run/services';
import { factsOf, log } from '../platform/log';
import { changeSync } from './store';

/**
 * Tells those who watch a project of what waits for a person, by an issue in it: one for each trouble, however often it
 * comes again, until a run has ended well. The issue is created as the owner of the sync. Where that fails, the page says so.
 */
export async function tell(sync: Sync, { site }: Services): Promise<void> {
  const trouble = troubleOf(sync);
  if (trouble === null) {
    if (sync.told !== null) await changeSync(sync.id, (now) => ({ ...now, told: null }));
    return;
  }
  if (sync.tell === null || sync.told?.trouble === trouble.id) return;
  const told = await create(sync, sync.tell.project, trouble, site);
  await changeSync(sync.id, (now) => ({ ...now, told }));
}

async function create(
  sync: Sync,
  project: string,
  trouble: Trouble,
  site: Services['site'],
): Promise<NonNullable<Sync['told']>> {
  const lines = [trouble.words, countWords(trouble.counts), 'Open the sync in CSM Console to see more, and to decide.'];
  try {
    const issue = await site.createIssue(project, `${sync.name}: ${trouble.title}`, lines);
    return { trouble: trouble.id, issue, problem: '' };
  } catch (error) {
    log('sync-not-told', factsOf(error));
    const problem = `An issue in ${project} couldn’t be created as ${sync.owner.name}.`;
    return { trouble: trouble.id, issue: '', problem };
  }
}
