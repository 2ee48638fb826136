import { jobStates, type Tally } from '../../../src/contract/jobs';
import { listDelay } from '../../../src/ui/admin/imports/list-delay';
import {
  cancelConsequence,
  downloadWords,
  nextWords,
  paceWords,
  pollDelay,
  progressAnnouncement,
  progressWords,
  rowCounts,
  slotWords,
  stateWords,
  unreachedWords,
  unsuccessfulRows,
} from '../../../src/ui/admin/imports/job/job-words';
import { aJob } from './job-builder';

const allDone = { succeeded: 100, partly: 0, failed: 0, unconfirmed: 0, cancelled: 0 };

describe('asking for a job again', () => {
  it('ends when the job has ended', () => {
    expect(pollDelay(aJob({ state: 'finished' }))).toBeNull();
    expect(pollDelay(aJob({ state: 'cancelled' }))).toBeNull();
  });

  it('is quick while the job moves and slower while it waits', () => {
    const waiting = { for: 'slot' as const, message: 'a free slot', until: null };
    expect(pollDelay(aJob())).toBeLessThan(pollDelay(aJob({ waiting })) ?? 0);
  });

  it('of a list ends when nothing on it moves by itself', () => {
    const still = [aJob({ state: 'finished' }), aJob({ state: 'needs-attention' })];
    expect(listDelay({ jobs: still })).toBeNull();
    expect(listDelay({ jobs: [...still, aJob({ state: 'queued' })] })).not.toBeNull();
  });
});

describe('the end of a wait', () => {
  it('is another try where the app has met a fault of its own, and else the time at which the job goes on', () => {
    const now = 1_000_000;
    const until = (seconds: number | null) => (seconds === null ? null : now + seconds * 1_000);
    const goesOn = (seconds: number | null) =>
      nextWords({ for: 'retry-after', message: 'Slow down.', until: until(seconds) }, now);
    expect(nextWords({ for: 'fault', message: 'A fault.', until: until(240) }, now)).toBe('Retries in 4 min');
    expect(goesOn(7_500)).toBe('Continues in 2 h 5 min');
    expect(goesOn(20)).toBe('Continues in less than a minute');
    expect(goesOn(-1)).toBeNull();
    expect(goesOn(null)).toBeNull();
  });
});

describe('the counts of a job', () => {
  it('add up to the rows of the file', () => {
    const counts = rowCounts(aJob());
    expect(counts.reduce((sum, { rows }) => sum + rows, 0)).toBe(105);
    expect(counts.map(({ key }) => key)).toEqual([
      'succeeded',
      'partly',
      'failed',
      'unconfirmed',
      'waiting',
      'left out',
    ]);
  });

  it('take rows that were left out for not done', () => {
    expect(unsuccessfulRows(aJob())).toBe(15);
  });

  it.each(['uploading', 'not-started'] as const)('promise no rows to hand back while it is %s', (state) => {
    const tally = { succeeded: 0, partly: 0, failed: 0, unconfirmed: 0, cancelled: 0 };
    expect(unsuccessfulRows(aJob({ state, tally }))).toBe(0);
  });
});

describe('the words for a job', () => {
  it('exist for every state', () => {
    for (const state of jobStates) expect(stateWords(aJob({ state })).words).not.toBe('');
    expect(stateWords(aJob({ state: 'paused', isHeld: true })).words).toBe('Waiting');
  });

  it('say plainly done only when every row of the file has succeeded', () => {
    const rows = { total: 100, leftOut: 0, accepted: 100 };
    expect(stateWords(aJob({ state: 'finished', tally: allDone, rows })).words).toBe('Done');
    expect(stateWords(aJob({ state: 'finished', tally: allDone })).words).toBe('Done, some left out');
    expect(stateWords(aJob({ state: 'finished' })).words).toBe('Done with failures');
  });

  it('say failed only when the site has refused every row', () => {
    const wordsOf = (tally: Partial<Tally>) =>
      stateWords(aJob({ state: 'finished', tally: { ...allDone, succeeded: 0, ...tally } })).words;
    expect(wordsOf({ failed: 100 })).toBe('Failed');
    expect(wordsOf({ partly: 100 })).toBe('Done with failures');
    expect(wordsOf({ failed: 99, unconfirmed: 1 })).toBe('Done with failures');
    expect(wordsOf({ succeeded: 99, unconfirmed: 1 })).toBe('Done, some unconfirmed');
    expect(wordsOf({ unconfirmed: 100 })).toBe('Done, some unconfirmed');
  });

  it('tell speed and time left while it runs, and how long it took afterwards', () => {
    expect(paceWords(aJob())).toBe('410 rows a minute · about 19 min left');
    expect(paceWords(aJob({ state: 'finished', endedAt: 91_000 }))).toBe('Took 2 min');
    expect(paceWords(aJob({ rowsPerMinute: null, secondsLeft: null }))).toBe('');
    expect(paceWords(aJob({ state: 'needs-attention' }))).toBe('');
  });

  it('tell no time left while it waits for the site', () => {
    const waiting = { for: 'site' as const, message: 'Your site didn’t respond.', until: null };
    expect(paceWords(aJob({ waiting }))).toBe('410 rows a minute');
  });

  it('tell the time left while its own tasks fill the slots, which is how a job works at full speed', () => {
    const waiting = { for: 'slot' as const, message: 'The site to finish the tasks it has.', until: null };
    expect(paceWords(aJob({ waiting }))).toContain('about 19 min left');
    expect(paceWords(aJob({ waiting: { ...waiting, until: 20_000 } }))).not.toContain('left');
  });

  it('say how many of the task slots the import has, until it can have none', () => {
    expect(slotWords(aJob({ slots: { used: 2, of: 5 } }))).toBe('This import uses 2 of 5 task slots.');
    expect(slotWords(aJob({ slots: { used: 0, of: 1 } }))).toBe('This import uses 0 of 1 task slot.');
    expect(slotWords(aJob({ state: 'paused', slots: { used: 1, of: 5 } }))).toContain('1 of 5');
    expect(slotWords(aJob({ state: 'finished', slots: { used: 0, of: 5 } }))).toBeNull();
  });

  it('say that it goes on while the site does not answer, if it does', () => {
    expect(unreachedWords('SITE_UNAVAILABLE', 'running').advice).toContain('continues on its own');
    expect(unreachedWords('SITE_BUSY', 'running').title).toBe('Your site is asking this page to slow down');
    for (const state of ['needs-attention', 'finished', null] as const) {
      expect(unreachedWords('SITE_UNAVAILABLE', state).advice).not.toContain('continues on its own');
    }
  });

  it('do not count what was cancelled as done', () => {
    expect(progressWords(aJob())).toBe('50 of 100 rows · 50%');
    const tally = { succeeded: 40, partly: 0, failed: 10, unconfirmed: 0, cancelled: 50 };
    expect(progressWords(aJob({ state: 'cancelled', tally }))).toBe('50 of 100 rows before it was cancelled · 50%');
  });

  it('do not call cancelled what was never started', () => {
    const tally = { ...allDone, succeeded: 0, cancelled: 100 };
    const ended = aJob({ state: 'not-started', startedAt: null, tally });
    expect(stateWords(ended).words).toBe('Not started');
    expect(progressWords(ended)).toBe('0 of 100 rows · not started');
    expect(stateWords({ ...ended, state: 'cancelled' }).words).toBe('Cancelled');
  });

  it('tell rows to correct from rows that the site may have already, and what importing those again does', () => {
    const words = (tally: Partial<Tally>, operation = 'UPSERT') => {
      const rows = { total: 100, leftOut: 0, accepted: 100 };
      const job = aJob({ operation, rows, tally: { ...allDone, succeeded: 90, ...tally } });
      return Object.values(downloadWords(job)).join(' ');
    };
    expect(words({ failed: 10 })).toContain('Correct and import them again');
    expect(words({ failed: 10 })).not.toContain('unconfirmed');
    expect(words({ unconfirmed: 10 })).not.toContain('correct');
    expect(words({ failed: 9, unconfirmed: 1 })).toContain('Correct the failed rows');
    expect(words({ unconfirmed: 1 })).toContain('1 row is unconfirmed. Your site may already have it.');
    expect(words({ unconfirmed: 1 }, 'CREATE')).toContain('is refused if your site already has the customer');
    expect(words({ unconfirmed: 1 }, 'UPDATE')).toContain('writes the same values again');
    expect(words({ unconfirmed: 1 })).toContain('brings the customer in line with your file');
  });

  it('name what cancelling does in numbers', () => {
    const words = cancelConsequence(aJob());
    expect(words).toContain('50 rows have no outcome yet');
    expect(words).toContain('2 requests that are under way');
    expect(words).toContain('40 customers that were already imported will stay');
  });

  it('are spoken anew at every tenth, not with every row', () => {
    const at = (succeeded: number) => progressAnnouncement(aJob({ tally: { ...allDone, succeeded } }));
    expect(at(41)).toBe(at(49));
    expect(at(49)).not.toBe(at(50));
  });
});
