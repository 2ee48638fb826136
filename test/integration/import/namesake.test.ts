import type { ImportPlan } from '../../../src/contract/imports';
import { type ImportSite, importSite } from '../../support/import-site';

let world: ImportSite;

beforeEach(async () => {
  world = await importSite();
  for (const email of ['ada@example.com.au', 'bob@example.com'])
    world.sandbox.site.state().customers.add({
      id: `qm:1:${email}`,
      email,
      displayName: email,
      createdAt: 0,
      details: new Map(),
      organizations: new Set(),
    });
  // People can hide their addresses from the user search, which finds them all the same by how they begin.
  world.changeAnswers(({ path }, answer) =>
    path.startsWith('/rest/api/3/user/search')
      ? { ...answer, body: answer.body.replaceAll(/"emailAddress":"[^"]*",?/g, '') }
      : answer,
  );
});
afterEach(() => world.close());

it('deletes the customer of an email, not one whose hidden email only begins with it', async () => {
  const plan: ImportPlan = {
    kind: 'customer-removals',
    operation: 'DELETE',
    columns: [{ header: 'Email', target: { to: 'email' } }],
    fields: [],
    options: { emptyCells: 'leave', valueSeparator: ';' },
    lookups: { organizations: [], products: [] },
  };
  const rows: [number, string[]][] = [
    [2, ['ada@example.com']],
    [3, ['bob@example.com']],
  ];
  const job = await world.finish(await world.sandbox.settle(world.ada.startImport({ plan, rows })));
  expect(job.tally).toMatchObject({ succeeded: 1, failed: 1 });
  const left = [...world.sandbox.site.state().customers.values()].map(({ email }) => email);
  expect(left).toEqual(['ada@example.com.au']);
});
