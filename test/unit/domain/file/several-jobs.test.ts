import type { JobOfFile } from '../../../../src/domain/import/related-plans';
import { aFrame, asked, checked, settle, waiting } from '../../../support/file-frame';
import { aJob as jobView } from '../../ui/job-builder';

const rows = { total: 2, leftOut: 0, accepted: 2 };
const related = { organizations: 1, entitlements: 1 };

/** A frame that sends a file which makes several jobs, and what begins one of them. */
async function sending() {
  const made = await aFrame();
  const { frame, start } = made;
  if (checked.type !== 'checked') throw new Error('A check was wanted.');
  await frame.command({ type: 'check', setup: checked.plan });
  await frame.heard({ ...checked, summary: { ...checked.summary, related } });
  await start(frame.command({ type: 'send', name: 'Customers' }));
  const begin = async (job: JobOfFile) => {
    await start(frame.heard({ type: 'begin', job, rows }));
    const create = waiting('jobs.create');
    create.answer({ ok: true, data: { jobId: `id-${job}` } });
    await settle();
    return create.payload;
  };
  return { ...made, begin };
}

describe('a file that makes several jobs', () => {
  beforeEach(() => asked.splice(0));

  it('has each created before its parts come, and all of them started by one call', async () => {
    const { frame, reports, work, start, begin } = await sending();
    expect(work.at(-1)).toEqual({ type: 'pack', onlyChanges: false });
    expect(asked).toEqual([]);
    expect(await begin('organizations')).toMatchObject({ name: 'Customers: organizations', rows });
    expect(await begin('own')).toMatchObject({ name: 'Customers' });
    expect(await begin('entitlements')).toMatchObject({ name: 'Customers: entitlements', after: 'id-own' });
    await start(frame.heard({ type: 'packed' }));
    const started = waiting('jobs.start');
    expect(started.payload).toEqual({ jobId: 'id-own', before: ['id-organizations'], behind: ['id-entitlements'] });
    started.answer({ ok: true, data: jobView({ id: 'id-own' }) });
    await settle();
    expect(reports.at(-1)).toEqual({ type: 'started', jobId: 'id-own' });
  });

  it('starts none where it is stopped in between, and cancels those that were created', async () => {
    const { frame, reports, start, begin } = await sending();
    await begin('organizations');
    await begin('own');
    await start(frame.command({ type: 'stop' }));
    const cancelled = [waiting('jobs.cancel'), waiting('jobs.cancel')];
    expect(cancelled.map(({ payload }) => payload)).toEqual([{ jobId: 'id-organizations' }, { jobId: 'id-own' }]);
    for (const call of cancelled) call.answer({ ok: true, data: jobView({}) });
    await settle();
    expect(asked).toEqual([]);
    expect(reports.at(-1)).toEqual({ type: 'stopped' });
  });
});
