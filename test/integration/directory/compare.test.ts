import type { ImportSetup } from '../../../src/contract/file-frame';
import type { StoredRow } from '../../../src/contract/imports';
import type { CheckedFile } from '../../../src/domain/file/check/check-file';
import { GIL, Refused, consoleOf } from '../../support/console';
import { directoryIn } from '../../support/directory-in';
import { checkedFile, comparedWith, comparedWithDirectory } from '../../support/comparing';
import { type ImportSite, MINUTE_MS } from '../../support/import-site';
import { furnishing, note, siteOfKinds, tags } from '../../support/import-rows';

let world: ImportSite;
beforeEach(async () => {
  world = await siteOfKinds();
});
afterEach(() => world.close());

const setup: ImportSetup = {
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
const lines = Array.from({ length: 120 }, (_, at) => `customer${at}@example.com,Customer ${at},Note ${at},a;b,7`);
const unread = 'The app has changed your site since it was read for the directory.';

const state = () => world.sandbox.site.state();
const customer = (email: string) => {
  const found = state().customers.find(email);
  if (found === undefined) throw new Error(`There is no ${email}.`);
  return found;
};

async function importLines(checked: CheckedFile): Promise<void> {
  const rows = lines.map((line, at): StoredRow => [at + 2, line.split(',')]);
  const jobId = await world.sandbox.settle(world.ada.startImport({ plan: checked.plan, rows }));
  expect((await world.finish(jobId)).tally).toMatchObject({ succeeded: lines.length });
}

/** Has the site read, and waits for the end. */
const status = () => directoryIn(world).status();
const readSite = () => directoryIn(world).read();

/** Requests for anything but who asks. */
const requests = (): number =>
  [...world.sandbox.site.log.counts].reduce((sum, [name, times]) => sum + (/mypermissions/.test(name) ? 0 : times), 0);

/** Compares with the directory, and counts what the site is asked. */
async function compare(checked: CheckedFile, options?: { thenSite: boolean }) {
  const before = requests();
  const { comparison, unchanged } = await comparedWithDirectory(world, checked, options);
  return { comparison, unchanged, asked: requests() - before };
}

async function imported(): Promise<CheckedFile> {
  furnishing(world).addOrganization('7', 'Acme');
  const checked = await checkedFile(setup, lines);
  await importLines(checked);
  return checked;
}

describe('comparing an import with the directory', () => {
  it('tells of a file that was imported before that nothing changes, without asking the site', async () => {
    const checked = await imported();
    const { kept } = await readSite();
    const { comparison, unchanged, asked } = await compare(checked);
    expect(comparison).toMatchObject({ unchanged: lines.length, changed: 0, new: 0, unread: 0, asOf: kept?.asOf });
    expect(unchanged.size).toBe(lines.length);
    expect(asked).toBe(0);
  });

  it('tells the same as a comparison with the site', async () => {
    await imported();
    await readSite();
    const changed = [
      'CUSTOMER1@example.com,Customer 1,Note 1,b;a,',
      'customer2@example.com,Renamed,Note 2,a;b,7',
      'customer3@example.com,Customer 3,Other,c,8',
      'customer4@example.com,,,,',
      'new@example.com,New,,,',
    ];
    const checked = await checkedFile(setup, changed);
    const { comparison } = await compare(checked);
    const bySite = (await comparedWith(world, checked)).comparison;
    expect(bySite).toMatchObject({ unchanged: 2, changed: 2, new: 1 });
    expect({ ...comparison, asOf: undefined }).toEqual({ ...bySite, asOf: undefined });
  });

  it('knows what was changed in the console since', async () => {
    const checked = await imported();
    await readSite();
    const { id } = customer('customer5@example.com');
    const holder = { entity: 'customer' as const, id };
    const change = { field: 'Note', type: 'TEXT' as const, values: ['By hand'], seen: ['Note 5'] };
    await world.sandbox.settle(world.ada.call('details.set', { holder, ...change }));
    await world.sandbox.settle(world.ada.call('customers.delete', { id: customer('customer6@example.com').id }));
    const { comparison, asked } = await compare(checked);
    expect(comparison).toMatchObject({ unchanged: lines.length - 2, changed: 1, new: 1 });
    expect(comparison.changedRows[0]?.differences).toEqual([{ part: 'Note', was: 'By hand', will: 'Note 5' }]);
    expect(asked).toBe(0);
  });

  it('doesn’t know what was changed on the site since, and says of when it tells', async () => {
    const checked = await imported();
    const { kept } = await readSite();
    customer('customer5@example.com').details.set('Note', ['By hand']);
    const { comparison } = await compare(checked);
    expect(comparison).toMatchObject({ unchanged: lines.length, asOf: kept?.asOf });
    expect((await comparedWith(world, checked)).comparison).toMatchObject({ changed: 1 });
  });

  it('tells of nobody that they are new where the directory lacks somebody, and asks the site for them alone', async () => {
    world.changeAnswers(({ path }, answer) =>
      path.startsWith('/rest/api/3/users/search') ? { ...answer, status: 403, body: '{}' } : answer,
    );
    const checked = await imported();
    state().organizations.get('7')?.customers.delete(customer('customer9@example.com').id);
    customer('customer9@example.com').organizations.delete('7');
    expect((await readSite()).kept?.gaps).toHaveLength(1);
    const alone = await compare(checked);
    expect(alone.comparison).toMatchObject({ unchanged: lines.length - 1, new: 0, unread: 1 });
    expect(alone.asked).toBe(0);
    const both = await compare(checked, { thenSite: true });
    expect(both.comparison).toMatchObject({ unchanged: lines.length - 1, changed: 1, unread: 0 });
    // A search by email, and the profile.
    expect(both.asked).toBe(2);
  });

  it('leaves to the site whether a row fits', async () => {
    const checked = await imported();
    await readSite();
    const creating = await checkedFile({ ...setup, operation: 'CREATE' }, lines.slice(0, 3));
    const updating = await checkedFile({ ...setup, operation: 'UPDATE' }, [
      ...lines.slice(0, 2),
      'no@example.com,No,,,',
    ]);
    expect((await compare(creating)).comparison).toMatchObject({ unread: 3, failing: 0 });
    expect((await compare(updating)).comparison).toMatchObject({ unread: 1, failing: 0, unchanged: 2 });
    const read = await compare(updating, { thenSite: true });
    expect(read.comparison).toMatchObject({ unread: 0, failing: 1, unchanged: 2 });
    expect(checked.summary.ready).toBe(lines.length);
  });

  it('tells of several with one name, and of an email address that may be hidden, that it doesn’t know', async () => {
    const { addOrganization } = furnishing(world);
    addOrganization('7', 'Acme');
    addOrganization('8', 'ACME');
    addOrganization('9', 'Other');
    await readSite();
    const organizations: ImportSetup = {
      kind: 'organization-profiles',
      operation: 'UPSERT',
      columns: [
        { header: 'Name', target: { to: 'name' } },
        { header: 'Note', target: { to: 'detail', field: 'Note' } },
      ],
      fields: [note],
      options: { emptyCells: 'leave', valueSeparator: ';' },
    };
    const checked = await checkedFile(organizations, ['acme,', 'Other,', 'New,', 'other two,Text']);
    expect((await compare(checked)).comparison).toMatchObject({ unread: 1, unchanged: 1, new: 2 });
    const people = await checkedFile(setup, ['new@example.com,New,,,']);
    expect((await compare(people)).comparison).toMatchObject({ new: 1 });
    furnishing(world).addCustomer('hidden@example.com', 'Hidden');
    world.changeAnswers((_, answer) => ({
      ...answer,
      body: answer.body.replace(/"email": ?"hidden@example.com",?/, ''),
    }));
    await readSite();
    expect((await compare(people)).comparison).toMatchObject({ new: 0, unread: 1 });
  });

  it('compares names where the directory keeps no values, and values with the site alone', async () => {
    const checked = await imported();
    await world.sandbox.settle(world.ada.call('directory.keep', { keeps: 'no values' }));
    await readSite();
    expect((await compare(checked)).comparison).toMatchObject({ unread: lines.length });
    const names = { ...setup, columns: setup.columns.slice(0, 2), fields: [] };
    const named = await checkedFile(
      names,
      lines.map((line) => line.split(',').slice(0, 2).join()),
    );
    expect((await compare(named)).comparison).toMatchObject({ unchanged: lines.length, unread: 0 });
  });

  it('finds customers by External ID', async () => {
    state().fields.customer.add({
      ...{ id: 'External ID', name: 'External ID', type: 'TEXT', options: [], view: 'everyone', edit: 'everyone' },
    });
    const { addCustomer } = furnishing(world);
    for (const [at, external] of ['A-1', 'A-2', 'A-2', 'a-1'].entries()) {
      addCustomer(`external${at}@example.com`);
      const { details } = customer(`external${at}@example.com`);
      details.set('External ID', [external]).set('Note', ['Text']);
    }
    await readSite();
    const details: ImportSetup = {
      kind: 'customer-details',
      operation: 'UPDATE',
      columns: [
        { header: 'External ID', target: { to: 'externalId' } },
        { header: 'Note', target: { to: 'detail', field: 'Note' } },
      ],
      fields: [note],
      options: { emptyCells: 'leave', valueSeparator: ';' },
    };
    const checked = await checkedFile(details, ['A-1,Other', 'a-1,Text', 'A-2,Text', 'A-3,Text']);
    const { comparison } = await compare(checked);
    expect(comparison).toMatchObject({ changed: 1, unchanged: 1, unread: 2 });
  });
});

describe('a directory that doesn’t know what the app has changed', () => {
  it('is compared with nothing after an import, until your site is read again', async () => {
    furnishing(world).addOrganization('7', 'Acme');
    expect((await readSite()).kept).toMatchObject({ isBehind: false });
    const checked = await checkedFile(setup, lines);
    await importLines(checked);
    const { kept } = await status();
    expect(kept?.isBehind).toBe(true);
    await expect(compare(checked)).rejects.toThrow(unread);
    expect((await readSite()).kept).toMatchObject({ isBehind: false });
    expect((await compare(checked)).comparison).toMatchObject({ unchanged: lines.length });
  });

  it('is compared with nothing while an import is under way', async () => {
    const checked = await imported();
    await readSite();
    await world.start(100);
    await world.sandbox.run(5_000);
    await expect(compare(checked)).rejects.toThrow(unread);
  });

  it('is compared with nothing after a field was deleted, or an option, but after one was added', async () => {
    const checked = await imported();
    const isBehind = async () => (await status()).kept?.isBehind === true;
    await readSite();
    const edit = (options: string[], seen: string[]) =>
      world.sandbox.settle(
        world.ada.call('fields.edit', {
          ...{ entity: 'customer', name: 'Tags', options },
          seen: { name: 'Tags', type: 'MULTISELECT', options: seen },
        }),
      );
    await edit(['a', 'b', 'c', 'd'], ['a', 'b', 'c']);
    expect(await isBehind()).toBe(false);
    expect((await compare(checked)).comparison).toMatchObject({ unchanged: lines.length });
    await edit(['a', 'c', 'd'], ['a', 'b', 'c', 'd']);
    expect(await isBehind()).toBe(true);
    await world.sandbox.run(MINUTE_MS);
    await readSite();
    expect(await isBehind()).toBe(false);
    const seen = { name: 'Note', type: 'TEXT' as const, options: [] };
    await world.sandbox.settle(world.ada.call('fields.delete', { entity: 'customer', seen }));
    expect(await isBehind()).toBe(true);
  });

  it('knows that an entitlement was revoked since', async () => {
    const id = furnishing(world).addCustomer('entitled@example.com');
    const productId = furnishing(world).addProduct('p1', 'Support');
    const holder = { entity: 'customer' as const, id };
    const granted = await world.sandbox.settle(world.ada.call('entitlements.grant', { holder, productId }));
    await readSite();
    const entitled: ImportSetup = {
      ...setup,
      columns: [
        { header: 'Email', target: { to: 'email' } },
        { header: 'Product', target: { to: 'product', by: 'id' } },
      ],
      fields: [],
    };
    const checked = await checkedFile(entitled, ['entitled@example.com,p1']);
    expect((await compare(checked)).comparison).toMatchObject({ unchanged: 1 });
    await world.sandbox.settle(world.ada.call('entitlements.revoke', { id: granted.id }));
    expect((await compare(checked)).comparison).toMatchObject({ unchanged: 0, changed: 1 });
  });

  it('says so once more was changed than is told beside it', async () => {
    await imported();
    const { addCustomer } = furnishing(world);
    await readSite();
    const touch = async (id: string) => world.sandbox.settle(world.ada.call('customers.get', { id }));
    for (let at = 0; at < 300; at += 1) {
      await touch(addCustomer(`more${at}@example.com`));
      // The store takes no more at once.
      if (at % 20 === 0) await world.sandbox.run(MINUTE_MS);
    }
    expect((await status()).kept?.isBehind).toBe(false);
    await touch(addCustomer('last@example.com'));
    expect((await status()).kept?.isBehind).toBe(true);
  });
});

it('breaks off where your site was read again between two of its calls', async () => {
  await readSite();
  const from = { generation: '0', part: 1, matched: 0 };
  const second = world.ada.call('directory.records', { entity: 'customer', fields: [], from });
  await expect(world.sandbox.settle(second)).rejects.toThrow('Your site was read again meanwhile.');
});

it('is only for administrators', async () => {
  const gil = consoleOf(world.sandbox.platform, GIL);
  const request = { entity: 'customer' as const, fields: [], from: null };
  await expect(world.sandbox.settle(gil.call('directory.records', request))).rejects.toThrow(Refused);
});
