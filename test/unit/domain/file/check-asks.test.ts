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
