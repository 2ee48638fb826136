import { areEditsOver, newsOfEdits } from '../domain/syncs/news-of-edits';
import { countWords, troubleOf } from '../domain/syncs/trouble';
import type { Sync } from '../domain/syncs/sync';
import type { Services } from '../jobs/run/services';
import { SiteError } from '../platform/http/site-error';
import { factsOf, log } from '../platform/log';
import { changeSync } from './store';

/** Whoever has begun to create an issue so long ago no longer does: an invocation takes 900 seconds at the most. */
const LOST_AFTER_MS = 16 * 60_000;
const MINUTE_MS = 60_000;

/**
 * Tells those who watch a project, by issues in it: one for each trouble that waits for a person, however often it comes
 * again, until a run has ended well; and one for each look at the site that has found other edits than the one before. Issues
 * are created as the owner of the sync. Where that fails, the page says so.
 */
export async function tell(sync: Sync, services: Services): Promise<void> {
  const after = await tellOfTrouble(sync, services);
  await tellOfEdits(after, services);
  // What nobody has finished to tell, and is no news any more.
  const { telling } = after;
  if (telling === null || !isLost(telling, services.clock.now())) return;
  await changeSync(sync.id, (now) => (now.telling?.since === telling.since ? { ...now, telling: null } : null));
}

/** Whether nobody is at work on an issue, or whoever was has been lost. */
const isLost = (telling: Sync['telling'], now: number): boolean =>
  telling === null || now - telling.since >= LOST_AFTER_MS;

async function tellOfTrouble(sync: Sync, services: Services): Promise<Sync> {
  const trouble = troubleOf(sync);
  if (trouble === null) return sync.told === null ? sync : changeSync(sync.id, (now) => ({ ...now, told: null }));
  if (sync.tell === null || sync.told?.trouble === trouble.id) return sync;
  const { id, title, words, counts } = trouble;
  const lines = [words, countWords(counts), 'Open the sync in CSM Console to see more, and to decide.'];
  const issue = await createOnce(sync, { project: sync.tell.project, title, lines }, services);
  if (issue === 'later') return sync;
  return changeSync(sync.id, (now) => ({ ...now, told: { trouble: id, ...issue }, telling: null }));
}

async function tellOfEdits(sync: Sync, services: Services): Promise<void> {
  const { look } = sync;
  const news = newsOfEdits(sync);
  if (look === null || news === null) {
    const isOver = sync.toldOfEdits !== null && areEditsOver(sync);
    if (isOver) await changeSync(sync.id, (now) => ({ ...now, toldOfEdits: null }));
    return;
  }
  if (sync.tell === null) return;
  const issue = await createOnce(sync, { project: sync.tell.project, ...news }, services);
  if (issue === 'later') return;
  const toldOfEdits = { no: look.no, found: look.found, ...issue };
  await changeSync(sync.id, (now) => ({ ...now, toldOfEdits, telling: null }));
}

interface News {
  project: string;
  title: string;
  lines: readonly string[];
}

/** The key of an issue, or why there is none. */
interface Issue {
  issue: string;
  problem: string;
}

/**
 * Creates an issue once: that it is being created is noted before. Who finds that note and nobody at work looks for the issue
 * first. `later` where somebody is at work, or nobody can tell whether there is one.
 */
async function createOnce(sync: Sync, { project, title, lines }: News, services: Services): Promise<Issue | 'later'> {
  const { clock, site } = services;
  const summary = `${sync.name}: ${title}`;
  const since = clock.now();
  const noted: { isOurs: boolean; firstAt: number | null } = { isOurs: false, firstAt: null };
  await changeSync(sync.id, (now) => {
    const { telling } = now;
    noted.isOurs = isLost(telling, since);
    noted.firstAt = telling?.summary === summary ? (telling.firstAt ?? telling.since) : null;
    return noted.isOurs ? { ...now, telling: { summary, since, firstAt: noted.firstAt ?? since } } : null;
  });
  if (!noted.isOurs) return 'later';
  try {
    const found =
      noted.firstAt === null ? null : await earlierIssue(sync, project, summary, since - noted.firstAt, site);
    if (found === 'unknown') return 'later';
    return { issue: found ?? (await site.createIssue(project, summary, lines)), problem: '' };
  } catch (error) {
    log('sync-not-told', factsOf(error));
    if (error instanceof SiteError && error.mayHaveBeenApplied) return 'later';
    return { issue: '', problem: `An issue in ${project} couldn’t be created as ${sync.owner.name}.` };
  }
}

/** What says nothing of whether there is an issue. */
const passing: ReadonlySet<SiteError['kind']> = new Set(['throttled', 'unavailable', 'unreadable']);

/** The issue that somebody has created who was lost before it was noted; `unknown` where the site doesn't tell now. */
async function earlierIssue(
  { owner: { accountId } }: Sync,
  project: string,
  summary: string,
  agoMs: number,
  site: Services['site'],
): Promise<string | null> {
  try {
    return await site.findIssue(project, summary, { accountId, minutes: Math.ceil(agoMs / MINUTE_MS) + 1 });
  } catch (error) {
    if (!(error instanceof SiteError) || !passing.has(error.kind)) throw error;
    log('sync-not-told', factsOf(error));
    return 'unknown';
  }
}
