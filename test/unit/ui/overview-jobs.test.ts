import { attentionOf } from '../../../src/domain/jobs/attention';
import { attentionWords, idleWords, recentOf, runningOf } from '../../../src/ui/admin/overview/overview-jobs';
import { aJob } from './job-builder';

const allDone = { succeeded: 100, partly: 0, failed: 0, unconfirmed: 0, cancelled: 0 };
const idsOf = (jobs: readonly { id: string }[]) => jobs.map(({ id }) => id);

describe('the jobs of the overview', () => {
  it('show the job that has its turn first', () => {
    const jobs = [
      aJob({ id: 'newer', state: 'queued' }),
      aJob({ id: 'older' }),
      aJob({ id: 'ended', state: 'finished' }),
      aJob({ id: 'stopped', state: 'needs-attention' }),
    ];
    expect(idsOf(runningOf(jobs))).toEqual(['older', 'newer']);
  });

  it('show the five newest as recent, whatever became of them', () => {
    const jobs = Array.from({ length: 7 }, (_, at) => aJob({ id: `${at}` }));
    expect(idsOf(recentOf(jobs))).toEqual(['0', '1', '2', '3', '4']);
  });

  it('need attention where one has stopped, then where rows did not succeed', () => {
    const jobs = [
      aJob({ id: 'failed', state: 'finished', tally: { ...allDone, succeeded: 99, failed: 1 } }),
      aJob({ id: 'unconfirmed', state: 'finished', tally: { ...allDone, succeeded: 99, unconfirmed: 1 } }),
      aJob({ id: 'stopped', state: 'needs-attention' }),
    ];
    expect(idsOf(attentionOf(jobs))).toEqual(['stopped', 'failed', 'unconfirmed']);
  });

  it('need none for rows that were left out, or cancelled, by a person', () => {
    const jobs = [
      aJob({ state: 'finished', tally: allDone, rows: { total: 105, leftOut: 5, accepted: 100 } }),
      aJob({ state: 'cancelled', tally: { ...allDone, succeeded: 10, failed: 2, cancelled: 88 } }),
      aJob({ state: 'running' }),
    ];
    expect(attentionOf(jobs)).toEqual([]);
  });
});

describe('the words of the overview', () => {
  it('give the site’s own reason why a job stopped', () => {
    const attention = { code: 'forbidden' as const, message: 'Administer Jira is missing.', advice: 'Grant it.' };
    expect(attentionWords({ ...aJob({ state: 'needs-attention' }), attention })).toBe(
      'has stopped: “Administer Jira is missing.”',
    );
  });

  it('do not say that nothing runs where an import cannot be read', () => {
    const unreadable = { id: 'lost', state: 'unreadable', name: null, startedBy: null, createdAt: null } as const;
    expect(idleWords([aJob({ state: 'finished' })])).toBe('Nothing is running.');
    expect(idleWords([aJob({ state: 'finished' }), unreadable])).toMatch(/as far as/);
    expect(runningOf([unreadable])).toEqual([]);
  });

  it('count the accepted rows that did not succeed', () => {
    const job = aJob({ state: 'finished', tally: { ...allDone, succeeded: 97, partly: 1, failed: 2 } });
    expect(attentionWords(job)).toBe('3 rows didn’t succeed');
  });
});
