import type { ImportSetup } from '../../../src/contract/file-frame';
import type { ImportPlan, StoredRow } from '../../../src/contract/imports';
import type { CheckedFile } from '../../../src/domain/file/check/check-file';
import { type BegunJob, packJobs } from '../../../src/domain/file/check/pack-jobs';
import { type PartList, packFile } from '../../../src/domain/file/check/pack-file';
import { decodePart, parseAccepted, parseLeftOut } from '../../../src/domain/import/part';
import { packedStore } from '../../../src/platform/packed-file';
import { afterComparison } from '../../../src/ui/admin/imports/wizard/comparison';
import { checkedFile, comparedWith } from '../../support/comparing';
import type { ImportSite } from '../../support/import-site';
import { furnishing, note, siteOfKinds, tags } from '../../support/import-rows';

let world: ImportSite;
beforeEach(async () => {
  world = await siteOfKinds();
});
afterEach(() => world.close());

const pass = { signal: new AbortController().signal, progress: () => undefined };
const customerSetup: ImportSetup = {
  kind: 'customer-profiles',
  operation: 'UPSERT',
  columns: [
    { header: 'Email', target: { to: 'email' } },
    { header: 'Name', target: { to: 'displayName' } },
    { header: 'Note', target: { to: 'detail', field: 'Note' } },
    { header: 'Tags', target: { to: 'detail', field: 'Tags' } },
    { header: 'Organization', target: { to: 'organization', by: 'id' } },
  ],
  fields: [note, tags],
  options: { emptyCells: 'leave', valueSeparator: ';' },
};

/** What the rows of a file would do, as the frame finds it out. */
const compare = (checked: CheckedFile) => comparedWith(world, checked);

/** The rows that are sent, and those that are left out with their reasons. */
async function packed(checked: CheckedFile, notSent: Parameters<typeof packFile>[4]) {
  const json: Record<PartList, string[]> = { accepted: [], 'left-out': [] };
  const keep = async ({ list, pieces }: { list: PartList; pieces: string[] }) => {
    json[list].push(await decodePart(pieces, packedStore.gunzip));
  };
  await packFile(checked, packedStore.gzip, keep, pass, notSent);
  return {
    sent: json.accepted.flatMap(parseAccepted).map(([row]) => row),
    leftOut: json['left-out'].flatMap(parseLeftOut).map(([row, , problems]) => [row, ...problems]),
  };
}

/** The rows of the jobs that are begun for a file. */
async function begunWith(checked: CheckedFile, notSent: Parameters<typeof packFile>[4]) {
  const begun: BegunJob['rows'][] = [];
  const begin = ({ rows }: BegunJob) => Promise.resolve(void begun.push(rows));
  await packJobs(checked, packedStore, begin, () => Promise.resolve(), pass, notSent);
  return begun;
}

async function send(plan: ImportPlan, rows: StoredRow[]): Promise<void> {
  await world.finish(await world.sandbox.settle(world.ada.startImport({ plan, rows })));
}

describe('comparing an import of customers with the site', () => {
  const lines = [
    'new@example.com,New,,,',
    'same@example.com,Same,as it is,a;b,7',
    'changed@example.com,Changed,after,a,',
    'joins@example.com,Joins,,,7',
    'nobody,,,,',
  ];

  beforeEach(() => {
    const { addCustomer, addOrganization } = furnishing(world);
    addOrganization('7', 'Acme');
    const { customers } = world.sandbox.site.state();
    const same = customers.get(addCustomer('same@example.com', 'Same'));
    same?.details.set('Note', ['as it is']).set('Tags', ['b', 'a']);
    same?.organizations.add('7');
    customers.get(addCustomer('changed@example.com', 'Before'))?.details.set('Note', ['before']);
    addCustomer('joins@example.com', 'Joins');
  });

  it('tells for each row whether it is new, changed or unchanged, with both values', async () => {
    const { comparison } = await compare(await checkedFile(customerSetup, lines));
    expect(comparison).toMatchObject({ new: 1, changed: 2, unchanged: 1, failing: 0, unknown: 0 });
    expect(comparison.changedRows).toEqual([
      {
        row: 4,
        label: 'changed@example.com',
        differences: [
          { part: 'Name', was: 'Before', will: 'Changed' },
          { part: 'Note', was: 'before', will: 'after' },
          { part: 'Tags', was: '', will: 'a' },
        ],
      },
      { row: 5, label: 'joins@example.com', differences: [{ part: 'Organizations', was: '', will: 'Added: 7' }] },
    ]);
  });

  it('sends what changes something and no more', async () => {
    const checked = await checkedFile(customerSetup, lines);
    const { sent, leftOut } = await packed(checked, await compare(checked));
    expect(sent).toEqual([2, 4, 5]);
    expect(leftOut.map(([row]) => row)).toEqual([6]);
    expect((await packed(checked, undefined)).sent).toEqual([2, 3, 4, 5]);
  });

  it('keeps joined rows back with the row that they are joined with', async () => {
    const more = [
      'same@example.com,,as it is,,',
      'CHANGED@example.com,,,,7',
      'new@example.com,,,,7',
      'same@example.com,Same,,,',
    ];
    const create = { ...customerSetup, operation: 'CREATE', joinsRows: 'agreeing' as const };
    const created = await checkedFile(create, [...lines, ...more]);
    expect(created.summary).toMatchObject({ ready: 4, leftOut: 1, joined: 4 });
    const notSent = await compare(created);
    const { sent, leftOut } = await packed(created, notSent);
    expect(sent).toEqual([2]);
    expect(leftOut.map(([row]) => row)).toEqual([3, 4, 5, 6, 7, 8, 10]);
    const begun = { total: 9, leftOut: 7, accepted: 1, joined: 1 };
    expect(await begunWith(created, notSent)).toEqual([begun]);
    // As it is told before the start.
    const { leftOut: told, joined } = afterComparison(created.summary, notSent.comparison);
    expect({ leftOut: told, joined }).toEqual({ leftOut: begun.leftOut, joined: begun.joined });
    const updated = await checkedFile({ ...create, operation: 'UPSERT' }, [...lines, ...more]);
    const unchanged = await compare(updated);
    expect(await begunWith(updated, unchanged)).toEqual([{ total: 6, leftOut: 1, accepted: 3, joined: 2 }]);
  });

  it('sends a row that says what is there, where an earlier one names the same customer in another way and changes that', async () => {
    const id = world.sandbox.site.state().customers.find('changed@example.com')?.id ?? '';
    const columns = [{ header: 'ID', target: { to: 'customerId' } }, ...customerSetup.columns.slice(0, 3)];
    const checked = await checkedFile({ ...customerSetup, columns, operation: 'UPDATE' }, [
      ',changed@example.com,,after',
      `${id},,,before`,
      ',same@example.com,,as it is',
    ]);
    const found = await compare(checked);
    expect(found.comparison).toMatchObject({ changed: 1, unchanged: 1, unknown: 1 });
    expect((await packed(checked, found)).sent).toEqual([2, 3]);
  });

  it('finds rows whose id and email are of different customers', async () => {
    const { customers } = world.sandbox.site.state();
    const idOf = (email: string) => customers.find(email)?.id ?? '';
    const columns = [{ header: 'ID', target: { to: 'customerId' } }, ...customerSetup.columns.slice(0, 2)];
    const checked = await checkedFile({ ...customerSetup, operation: 'UPDATE', columns }, [
      `${idOf('same@example.com')},SAME@example.com,Same`,
      `${idOf('joins@example.com')},changed@example.com,Changed`,
    ]);
    const { comparison } = await compare(checked);
    expect(comparison.failingRows).toEqual([
      {
        row: 3,
        label: 'changed@example.com',
        message: 'The customer with this ID has the email address joins@example.com. Correct one of the two.',
      },
    ]);
  });

  it('is done by the job where no check has done it, which fails rows that mean two customers before they are sent', async () => {
    const { customers } = world.sandbox.site.state();
    const idOf = (email: string) => customers.find(email)?.id ?? '';
    const columns = [{ header: 'ID', target: { to: 'customerId' } }, ...customerSetup.columns.slice(0, 2)];
    const rows: StoredRow[] = [
      [2, [idOf('same@example.com'), 'SAME@example.com', 'Renamed']],
      [3, [idOf('joins@example.com'), 'changed@example.com', 'Wrong']],
    ];
    const { plan } = await checkedFile(
      { ...customerSetup, operation: 'UPDATE', columns },
      rows.map(([, cells]) => cells.join()),
    );
    const jobId = await world.sandbox.settle(world.ada.startImport({ plan: { ...plan, comparesIds: true }, rows }));
    expect((await world.finish(jobId)).tally).toMatchObject({ succeeded: 1, failed: 1 });
    const { rows: failed } = await world.sandbox.settle(world.ada.call('jobs.unsuccessful', { jobId, cursor: null }));
    expect(failed).toMatchObject([
      {
        row: 3,
        reason: 'The customer with this ID has the email address joins@example.com. Correct one of the two.',
      },
    ]);
    expect(['same@example.com', 'joins@example.com'].map((email) => customers.find(email)?.displayName)).toEqual([
      'Renamed',
      'Joins',
    ]);
  });

  it('goes on where the site refuses an ID', async () => {
    const { customers } = world.sandbox.site.state();
    const id = customers.find('same@example.com')?.id ?? '';
    world.changeAnswers(({ path, body }, answer) =>
      path.endsWith('/customer/profile/fetch') && JSON.stringify(body).includes('not-an-id')
        ? { ...answer, status: 400, body: '{"errorMessages":["Invalid customer ID."]}' }
        : answer,
    );
    const named = ['not-an-id-1', id, 'not-an-id-2', 'qm:0'].map((one) => ({ named: { id: one }, joins: [] }));
    const request = { kind: 'customer-profiles', fields: [], rows: named };
    const { entities } = await world.sandbox.settle(world.ada.call('imports.shown', request));
    expect(entities).toEqual(['unknown', expect.objectContaining({ id }), 'unknown', null]);
  });

  it('changes no value that is there in a column that is written only where there is none', async () => {
    const columns = customerSetup.columns.map(({ header, target }) =>
      target.field === undefined ? { header, target } : { header, target: { ...target, write: 'if-empty' as const } },
    );
    const checked = await checkedFile({ ...customerSetup, columns }, lines);
    const { comparison } = await compare(checked);
    expect(comparison.changedRows[0]?.differences.map(({ part }) => part)).toEqual(['Name', 'Tags']);
    await send(checked.plan, [[4, ['changed@example.com', 'Changed', 'after', 'a', '']]]);
    const { details } = world.sandbox.site.state().customers.find('changed@example.com') ?? {};
    expect([details?.get('Note'), details?.get('Tags')]).toEqual([['before'], ['a']]);
  });

  it('fails rows of which nobody can tell what is empty, where that decides', async () => {
    world.changeAnswers(({ path }, answer) =>
      path.endsWith('/customer/profile/fetch')
        ? { ...answer, body: answer.body.replaceAll(/"email":"[^"]*",?/g, '') }
        : answer,
    );
    const columns = [
      { header: 'Email', target: { to: 'email' } },
      { header: 'Note', target: { to: 'detail', field: 'Note', write: 'if-empty' as const } },
    ];
    const checked = await checkedFile({ ...customerSetup, operation: 'UPDATE', columns }, ['joins@example.com,new']);
    const rows: StoredRow[] = [[2, ['joins@example.com', 'new']]];
    const job = await world.finish(await world.sandbox.settle(world.ada.startImport({ plan: checked.plan, rows })));
    expect(job.tally).toMatchObject({ succeeded: 0, failed: 1 });
    expect(job.reasons[0]?.reason).toContain('doesn’t show what the customer has');
  });

  it('leaves out what the site would refuse, with the reason', async () => {
    const creating = await checkedFile({ ...customerSetup, operation: 'CREATE' }, lines);
    expect(await packed(creating, await compare(creating))).toMatchObject({
      sent: [2],
      leftOut: [
        [3, 'Your site already has the customer.'],
        [4, expect.any(String)],
        [5, expect.any(String)],
        [6, expect.any(String)],
      ],
    });
    const updating = await checkedFile({ ...customerSetup, operation: 'UPDATE' }, lines);
    const { comparison } = await compare(updating);
    expect(comparison.failingRows).toEqual([
      { row: 2, label: 'new@example.com', message: 'Your site doesn’t have the customer.' },
    ]);
  });

  it('finds nothing to send in a file that was imported before, at a fraction of its requests', async () => {
    const many = Array.from({ length: 250 }, (_, at) => `c${at}@example.com,Name ${at},note ${at},a,7`);
    const checked = await checkedFile(customerSetup, many);
    expect((await compare(checked)).comparison).toMatchObject({ new: 250 });
    const rows = many.map((line, at): StoredRow => [at + 2, line.split(',')]);
    await send(checked.plan, rows);
    const { comparison, unchanged } = await compare(checked);
    expect(comparison).toMatchObject({ new: 0, changed: 0, unchanged: 250 });
    expect((await packed(checked, { unchanged, failing: new Map() })).sent).toEqual([]);
  });
});

describe('comparing other imports', () => {
  it('tells what changes of detail values, which add to others', async () => {
    const { addCustomer } = furnishing(world);
    const { customers } = world.sandbox.site.state();
    for (const name of ['ada', 'bob'])
      customers.get(addCustomer(`${name}@example.com`))?.details.set('Tags', ['a', 'b']);
    const setup: ImportSetup = {
      ...customerSetup,
      kind: 'customer-details',
      operation: 'UPDATE',
      columns: [
        { header: 'Email', target: { to: 'email' } },
        { header: 'Tags', target: { to: 'detail', field: 'Tags', action: 'add' } },
      ],
    };
    const lines = ['ada@example.com,b', 'bob@example.com,c', 'eve@example.com,a'];
    const { comparison } = await compare(await checkedFile(setup, lines));
    expect(comparison).toMatchObject({ changed: 1, unchanged: 1, failing: 1 });
    expect(comparison.changedRows[0]?.differences).toEqual([{ part: 'Tags', was: 'a, b', will: 'a, b, c' }]);
  });

  it('tells what changes of organizations, and which rows can’t be compared', async () => {
    const { addOrganization } = furnishing(world);
    addOrganization('71', 'Acme');
    const setup: ImportSetup = {
      ...customerSetup,
      kind: 'organization-profiles',
      columns: [
        { header: 'Name', target: { to: 'name' } },
        { header: 'Note', target: { to: 'detail', field: 'Note' } },
        { header: 'Customers', target: { to: 'memberEmail' } },
      ],
    };
    const lines = ['Acme,,', 'Brand new,x,', 'acme ,,ada@example.com'];
    const one = await compare(await checkedFile(setup, lines.slice(0, 2)));
    expect(one.comparison).toMatchObject({ unchanged: 1, new: 1 });
    const other = await compare(await checkedFile(setup, lines.slice(2)));
    expect(other.comparison).toMatchObject({ unknown: 1 });
  });
});
