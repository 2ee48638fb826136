import { aFrame, asked, beginOwn, checked, settle, setup, waiting } from '../../../support/file-frame';

const aJob = { ok: true, data: { jobId: 'job-1' } } as const;

describe('what is begun after a stop', () => {
  beforeEach(() => asked.splice(0));

  it('goes on when the job of the stopped import is created late, and that job is cancelled', async () => {
    const { frame, reports, start } = await aFrame();
    await start(frame.command({ type: 'send', name: 'Customers' }));
    await start(frame.heard(beginOwn));
    const create = waiting('jobs.create');
    await start(frame.command({ type: 'stop' }));
    await start(frame.command({ type: 'check', setup }));
    create.answer(aJob);
    await settle();
    waiting('jobs.cancel').answer(aJob);
    await frame.heard(checked);
    expect(reports.map(({ type }) => type)).toEqual(['file', 'checked', 'stopped', 'checked']);
  });

  it('hears nothing of the failure of what was stopped', async () => {
    const { frame, reports, work, start } = await aFrame();
    await start(frame.command({ type: 'check', setup }));
    await start(frame.heard({ type: 'find', entity: 'organization', names: ['Acme'] }));
    const lookup = waiting('imports.organizations');
    await start(frame.command({ type: 'stop' }));
    await start(frame.command({ type: 'check', setup }));
    const before = work.length;
    lookup.answer({ ok: false, error: { code: 'FORBIDDEN', message: 'No longer.' } });
    await settle();
    expect(work.slice(before)).toEqual([]);
    await frame.heard(checked);
    expect(reports.map(({ type }) => type)).toEqual(['file', 'checked', 'stopped', 'checked']);
  });
});

it('asking for the cells of a problem breaks off nothing', async () => {
  const { frame, reports, work, start } = await aFrame();
  const group = { column: 'Region', message: 'Not an option.' };
  await start(frame.command({ type: 'remedy', setup }));
  await start(frame.command({ type: 'list-cells', group }));
  expect(work.slice(-2).map(({ type }) => type)).toEqual(['remedy', 'list-cells']);
  await frame.heard(checked);
  await frame.heard({ type: 'cells', group, rows: [] });
  expect(reports.slice(-2)).toEqual([
    { type: 'checked', summary: expect.anything() as unknown },
    { type: 'cells', group, rows: [] },
  ]);
});
