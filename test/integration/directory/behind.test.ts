import type { ImportSetup } from '../../../src/contract/file-frame';
import { checkedFile, comparedWithDirectory } from '../../support/comparing';
import { directoryIn } from '../../support/directory-in';
import { DAY_MS, type ImportSite } from '../../support/import-site';
import { furnishing, note, siteOfKinds } from '../../support/import-rows';

let world: ImportSite;
beforeEach(async () => {
  world = await siteOfKinds();
});
afterEach(() => world.close());

const settle = <T>(asked: Promise<T>): Promise<T> => world.sandbox.settle(asked);
const status = () => directoryIn(world).status();
const readSite = () => directoryIn(world).read();
const isBehind = async (): Promise<boolean | undefined> => (await status()).kept?.isBehind;

const setNote = (id: string, value: string, seen: string[] = []) =>
  settle(
    world.ada.call('details.set', {
      ...{ holder: { entity: 'customer', id }, field: 'Note', type: 'TEXT' },
      ...{ values: [value], seen },
    }),
  );

describe('a directory is behind', () => {
  it('once an import that began before many others has gone on after your site was read', async () => {
    const first = await world.start(5);
    await settle(world.ada.call('jobs.pause', { jobId: first }));
    for (let at = 0; at < 11; at += 1) await world.finish(await world.start(1));
    await readSite();
    expect(await isBehind()).toBe(false);
    await settle(world.ada.call('jobs.resume', { jobId: first }));
    await world.finish(first);
    // The status looks at the latest imports alone, as many pages ask for it; the records themselves are refused.
    const records = settle(world.ada.call('directory.records', { entity: 'customer', fields: [], from: null }));
    await expect(records).rejects.toThrow('CONFLICT: The app has changed your site');
  });

  it('where an import that ended after your site was read is no longer kept', async () => {
    await world.decide({ retentionDays: 1 });
    await world.finish(await world.start(5));
    await readSite();
    await world.finish(await world.start(5));
    world.changeAnswers(({ path }, answer) =>
      path.startsWith('/rest/servicedeskapi/organization') ? { ...answer, status: 403, body: '{}' } : answer,
    );
    const { kept } = await status();
    await world.sandbox.run(4 * DAY_MS);
    expect((await status()).kept?.asOf).toBe(kept?.asOf);
    expect((await settle(world.ada.call('jobs.list', { page: 0 }))).total).toBe(0);
    expect(await isBehind()).toBe(true);
  });

  it('where something was changed while your site was read for the first time', async () => {
    const id = furnishing(world).addCustomer('one@example.com');
    await settle(world.ada.call('directory.read', {}));
    await setNote(id, 'By hand');
    await directoryIn(world).ended();
    expect(await isBehind()).toBe(true);
  });

  it('after a change of which nobody knows whether it was made', async () => {
    const id = furnishing(world).addCustomer('one@example.com');
    await readSite();
    world.changeAnswers(({ method }, answer) => (method === 'PUT' ? { ...answer, status: 504, body: '' } : answer));
    await expect(setNote(id, 'By hand')).rejects.toThrow();
    expect(world.sandbox.site.state().customers.find('one@example.com')?.details.get('Note')).toEqual(['By hand']);
    expect(await isBehind()).toBe(true);
  });

  it('not where a customer joined an organization, and your site couldn’t say of which they are then', async () => {
    const { addOrganization, addCustomer } = furnishing(world);
    addOrganization('7', 'Acme');
    const id = addCustomer('one@example.com');
    await readSite();
    world.changeAnswers(({ method, path }, answer) =>
      method === 'GET' && path.includes('/customer/') ? { ...answer, status: 403, body: '{}' } : answer,
    );
    await expect(settle(world.ada.call('customers.join', { id, organizationId: '7' }))).rejects.toThrow();
    const setup: ImportSetup = {
      kind: 'customer-profiles',
      operation: 'UPSERT',
      columns: [
        { header: 'Email', target: { to: 'email' } },
        { header: 'Organization', target: { to: 'organization', by: 'id' } },
      ],
      fields: [],
      options: { emptyCells: 'leave', valueSeparator: ';' },
    };
    const { comparison } = await comparedWithDirectory(world, await checkedFile(setup, ['one@example.com,7']));
    expect(comparison).toMatchObject({ unchanged: 1 });
  });

  it('after an organization or a product was deleted, of whose customers nobody tells', async () => {
    const { addOrganization, addProduct } = furnishing(world);
    addOrganization('7', 'Acme');
    addProduct('p1', 'Support');
    await readSite();
    await settle(world.ada.call('organizations.delete', { id: '7', seen: 'Acme' }));
    expect(await isBehind()).toBe(true);
    await readSite();
    expect(await isBehind()).toBe(false);
    await settle(world.ada.call('products.delete', { id: 'p1', seen: 'Support' }));
    expect(await isBehind()).toBe(true);
  });
});

it('leaves no row out as unchanged behind one that may be about the same', async () => {
  const id = furnishing(world).addCustomer('hidden@example.com', 'Hidden');
  world.sandbox.site.state().customers.find('hidden@example.com')?.details.set('Note', ['As it is']);
  world.changeAnswers((_, answer) => ({
    ...answer,
    body: answer.body.replace(/"email": ?"hidden@example.com",?/, ''),
  }));
  await readSite();
  const setup: ImportSetup = {
    kind: 'customer-profiles',
    operation: 'UPSERT',
    columns: [
      { header: 'ID', target: { to: 'customerId' } },
      { header: 'Email', target: { to: 'email' } },
      { header: 'Note', target: { to: 'detail', field: 'Note' } },
    ],
    fields: [note],
    options: { emptyCells: 'leave', valueSeparator: ';' },
  };
  const before = await checkedFile(setup, [`${id},,As it is`, ',hidden@example.com,Other']);
  expect((await comparedWithDirectory(world, before)).comparison).toMatchObject({ unchanged: 1, unread: 1 });
  const behind = await checkedFile(setup, [',hidden@example.com,Other', `${id},,As it is`]);
  expect((await comparedWithDirectory(world, behind)).comparison).toMatchObject({ unchanged: 0, unread: 2 });
});
