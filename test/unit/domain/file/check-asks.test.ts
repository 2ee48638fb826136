import { aFrame, asked, settle, setup, waiting } from '../../../support/file-frame';

beforeEach(() => asked.splice(0));

it('a check asks the site who has an ID, and hands on what it shows', async () => {
  const { frame, work, start } = await aFrame();
  await start(frame.command({ type: 'check', setup }));
  const request = { kind: 'customer-profiles', fields: [], rows: [{ named: { id: 'qm:1' }, joins: [] }] };
  await start(frame.heard({ type: 'show', requests: [request] }));
  const call = waiting('imports.shown');
  expect(call.payload).toEqual(request);
  const ada = { id: 'qm:1', name: 'Ada', email: 'ada@acme.example', values: [], joined: [] };
  call.answer({ ok: true, data: { entities: [ada] } });
  await settle();
  expect(work.at(-1)).toEqual({ type: 'shown', entities: [[ada]] });
});

describe('a comparison with the directory', () => {
  const request = { entity: 'customer' as const, fields: ['Region'], from: null };

  it('asks for its parts, and hands them on', async () => {
    const { frame, work, start } = await aFrame();
    await start(frame.command({ type: 'compare', by: 'directory' }));
    expect(work.at(-1)).toEqual({ type: 'compare', by: 'directory' });
    await start(frame.heard({ type: 'ask-records', request }));
    const call = waiting('directory.records');
    expect(call.payload).toEqual(request);
    const page = { packed: ['H4sI'], asOf: 1, hasValues: true, isWhole: true, read: 1, of: 1, next: null };
    call.answer({ ok: true, data: page });
    await settle();
    expect(work.at(-1)).toEqual({ type: 'records', page });
  });

  it('ends with what the app says where the directory lacks a change', async () => {
    const { frame, reports, start } = await aFrame();
    await start(frame.command({ type: 'compare', by: 'directory' }));
    await start(frame.heard({ type: 'ask-records', request }));
    const error = { code: 'CONFLICT', message: 'The app has changed your site.', advice: 'Read it again.' };
    waiting('directory.records').answer({ ok: false, error });
    await settle();
    expect(reports.at(-1)).toEqual({ type: 'failed', message: error.message, advice: error.advice, needsFile: false });
  });
});
