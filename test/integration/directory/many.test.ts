import type { DirectoryAction, DirectoryEntity, DirectoryFilter, Holding } from '../../../src/contract/directory';
import { noUndoJobs } from '../../../src/contract/jobs';
import { byName } from '../../../src/domain/directory/sort';
import { entitle } from '../../../sandbox/csm/associations';
import { hasEnded } from '../../support/console';
import { planUndo } from '../../support/undo';
import { type DirectorySite, TODAY, directorySite } from '../../support/directory-site';

let at: DirectorySite;

beforeEach(async () => {
  at = await directorySite();
  await at.read();
});
afterEach(() => at.sandbox.close());

async function choose(filters: DirectoryFilter[], holding?: Holding, entity: DirectoryEntity = 'customer') {
  const who = { by: 'query', query: { filters, sort: byName } } as const;
  const request = { entity, who, today: TODAY, choice: null, from: null, ...(holding && { holding }) } as const;
  return at.sandbox.settle(at.ada.call('directory.choose', request));
}

/** Everything that goes by a filter refuses these. */
async function refuses(filters: DirectoryFilter[], words: string) {
  await expect(at.list({ filters })).rejects.toThrow(words);
  const view = { filters, sort: byName, columns: ['name'] };
  const request = { entity: 'customer', view, today: TODAY, from: null } as const;
  await expect(at.sandbox.settle(at.ada.call('directory.export', request))).rejects.toThrow(words);
  await expect(choose(filters)).rejects.toThrow(words);
}

/** Does an action to those that filters find, and waits for the end of its job. */
async function doTo(filters: DirectoryFilter[], action: DirectoryAction, typed: string | null = null) {
  const { choice } = await choose(filters);
  return start(choice, action, typed);
}

/** Makes a job of a choice, and waits for its end. */
async function start(choice: string, action: DirectoryAction, typed: string | null) {
  const { jobId, isStarted } = await at.sandbox.settle(at.ada.call('directory.act', { choice, action, typed }));
  expect(isStarted).toBe(true);
  const job = () => at.sandbox.settle(at.ada.job(jobId));
  for (let minute = 0; minute < 600 && !hasEnded(await job()); minute += 1) await at.sandbox.run(60_000);
  return job();
}

describe('doing something to many', () => {
  it('sets a field for all that a filter finds, and the list knows it after the next reading', async () => {
    const ending: DirectoryFilter[] = [{ by: 'ends', days: 30 }];
    const before = (await at.list({ filters: ending })).matched;
    expect(before).toBeGreaterThan(5);
    const job = await doTo(ending, { do: 'set', field: 'Notes', values: ['Call to renew'] });
    expect(job).toMatchObject({ name: 'Set Notes to Call to renew', tally: { succeeded: before }, undo: 'yes' });
    expect(await planUndo(at, job.id)).toMatchObject({ back: before, remove: 0, left: 0 });
    expect((await at.status()).kept?.isOutdated).toBe(true);
    await at.sandbox.run(15 * 60_000);
    await at.ended();
    const noted: DirectoryFilter = { by: 'field', field: 'Notes', how: 'is', value: 'call to renew' };
    expect((await at.list({ filters: [noted] })).matched).toBe(before);
    expect((await at.list({ filters: [noted, ...ending] })).matched).toBe(before);
  });

  it('clears a field, adds to an organization, grants a product and deletes', async () => {
    const some: DirectoryFilter[] = [{ by: 'text', text: 'amara b' }];
    const { rows, matched } = await at.list({ filters: some });
    const state = at.sandbox.site.state();
    const [organization] = [...state.organizations.values()];
    const product = [...state.products.values()].at(-1);
    if (organization === undefined || product === undefined) throw new Error('The demo site has none.');
    expect(matched).toBeGreaterThan(1);
    const all = { succeeded: matched };
    expect(await doTo(some, { do: 'set', field: 'Region', values: [] })).toMatchObject({ tally: all });
    const outside = matched - rows.filter(({ id }) => organization.customers.has(id)).length;
    const join = await doTo(some, { do: 'join', organization });
    expect(join).toMatchObject({ tally: all, undo: 'yes' });
    expect(await planUndo(at, join.id)).toMatchObject({ back: 0, leave: outside, left: 0 });
    const grant = await doTo(some, { do: 'grant', product });
    expect(grant).toMatchObject({ tally: all, undo: 'yes' });
    expect(await planUndo(at, grant.id)).toMatchObject({ revoke: matched, left: 0 });
    const first = state.customers.get(rows[0]?.id ?? '');
    expect(first?.organizations.has(organization.id)).toBe(true);
    await expect(doTo(some, { do: 'delete' }, '1')).rejects.toThrow('isn’t the number selected');
    expect(await doTo(some, { do: 'delete' }, String(matched))).toMatchObject({ tally: all });
    expect(at.sandbox.site.state().customers.get(rows[0]?.id ?? '')).toBeUndefined();
  });

  it('takes those out of an organization who are in it, and says how many are not', async () => {
    const organization = [...at.sandbox.site.state().organizations.values()].find(
      ({ customers }) => customers.size > 3,
    );
    if (organization === undefined) throw new Error('The demo site has none with members.');
    const some: DirectoryFilter[] = [{ by: 'text', text: 'a' }];
    const { id, name } = organization;
    const [all, inIt] = [await at.list({ filters: some }), { by: 'organization', organization: { id, name } } as const];
    const members = await at.list({ filters: [...some, inIt] });
    const { choice, rows, leftOut } = await choose(some, { of: 'organization', id });
    expect({ rows, leftOut }).toEqual({ rows: members.matched, leftOut: all.matched - members.matched });
    expect(rows).toBeGreaterThan(1);
    const action: DirectoryAction = { do: 'leave', organization: { id, name } };
    await expect(start(choice, action, String(rows + leftOut))).rejects.toThrow('isn’t the number selected');
    const job = await start(choice, action, String(rows));
    expect(job).toMatchObject({ name: `Take out of ${name}`, tally: { succeeded: rows, failed: 0 } });
    for (const { id: customer } of members.rows)
      expect(at.sandbox.site.state().customers.get(customer)?.organizations.has(id)).toBe(false);
  });

  it.each(['customer', 'organization'] as const)('revokes a product of each %s who holds it', async (entity) => {
    const { rows: listed } = await at.list({}, 0, entity);
    const product = listed.flatMap(({ entitlements }) => entitlements).find(({ via }) => via === null)?.product;
    if (product === undefined) throw new Error(`No ${entity} of the first page holds a product.`);
    const entitled: DirectoryFilter = { by: 'product', product };
    const { choice, rows, leftOut } = await choose([entitled], { of: 'product', id: product.id }, entity);
    // The filter finds those as well who inherit it.
    expect(rows + leftOut).toBe((await at.list({ filters: [entitled] }, 0, entity)).matched);
    expect(rows).toBeGreaterThan(0);
    const job = await start(choice, { do: 'revoke', product }, String(rows));
    expect(job).toMatchObject({ name: `Revoke ${product.name}`, tally: { succeeded: rows, failed: 0 } });
    const held = [...at.sandbox.site.state().entitlements.values()].filter(
      (one) => one.productId === product.id && one.entity.type === entity.toUpperCase(),
    );
    expect(held).toEqual([]);
    expect(await planUndo(at, job.id)).toMatchObject({ grant: rows, left: 0 });
  });

  it('revokes each of several entitlements that a customer has to a product, and undoing it grants one of them again', async () => {
    const state = at.sandbox.site.state();
    const [own] = [...state.entitlements.values()].filter(({ entity }) => entity.type === 'CUSTOMER');
    const product = state.products.get(own?.productId ?? '');
    if (own === undefined || product === undefined) throw new Error('The demo site has none.');
    const second = entitle(state, own.entity, product.id);
    if (!('details' in second)) throw second;
    const customer = state.customers.get(own.entity.id);
    await at.read();
    const { choice, rows, records } = await choose([{ by: 'text', text: customer?.email ?? '' }], {
      of: 'product',
      id: product.id,
    });
    expect({ rows, records }).toEqual({ rows: 2, records: 1 });
    const job = await start(choice, { do: 'revoke', product }, '2');
    expect(job.tally).toMatchObject({ succeeded: 2, failed: 0 });
    const held = () =>
      [...state.entitlements.values()].filter(
        ({ entity, productId }) => entity.id === own.entity.id && productId === product.id,
      );
    expect(held()).toEqual([]);
    // A site grants a product to a customer once.
    const reason = 'Another entitlement of the same holder to the product is granted again.';
    expect(await planUndo(at, job.id)).toMatchObject({ grant: 1, left: 1, reasons: [{ reason, rows: 1 }] });
    const asked = { jobId: job.id, removes: 0, jobs: noUndoJobs };
    const { jobs } = await at.sandbox.settle(at.ada.call('jobs.undo', asked));
    await at.sandbox.run(5 * 60_000);
    expect((await at.sandbox.settle(at.ada.job(jobs.grant ?? ''))).tally.succeeded).toBe(1);
    expect(held()).toHaveLength(1);
  });

  it('makes one job of a choice, however often it is asked for', async () => {
    const { choice, rows } = await choose([]);
    expect(rows).toBe(3_000);
    const action: DirectoryAction = { do: 'set', field: 'Tier', values: ['Gold'] };
    const request = { choice, action, typed: null };
    const first = await at.sandbox.settle(at.ada.call('directory.act', request));
    const second = await at.sandbox.settle(at.ada.call('directory.act', request));
    expect(second).toEqual(first);
    expect((await at.sandbox.settle(at.ada.call('jobs.list', { page: 0 }))).total).toBe(1);
  });

  it('makes one job of a choice that two calls ask for at once, and both go on with it', async () => {
    const { choice } = await choose([]);
    const set = (value: string): DirectoryAction => ({ do: 'set', field: 'Tier', values: [value] });
    const ask = { choice, action: set('Gold'), typed: null };
    const both = await at.sandbox.settle(
      Promise.all([at.ada.call('directory.act', ask), at.ada.call('directory.act', ask)]),
    );
    expect(new Set(both.map(({ jobId }) => jobId)).size).toBe(1);
    const again = await at.sandbox.settle(at.ada.call('directory.act', ask));
    expect(again).toMatchObject({ jobId: both[0].jobId, isStarted: true });
    const listed = await at.sandbox.settle(at.ada.call('jobs.list', { page: 0 }));
    expect(listed.total).toBe(1);
    const other = { ...ask, action: set('Basic') };
    await expect(at.sandbox.settle(at.ada.call('directory.act', other))).rejects.toThrow('already made');
  });

  it('does it to those who were chosen, whoever the filter finds by then', async () => {
    const some: DirectoryFilter[] = [{ by: 'text', text: 'amara b' }];
    const { choice, rows } = await choose(some);
    await at.sandbox.settle(
      at.ada.call('customers.createAccount', { email: 'late@example.com', displayName: 'Amara Bright' }),
    );
    expect((await at.list({ filters: some })).matched).toBe(rows + 1);
    const action: DirectoryAction = { do: 'set', field: 'Tier', values: ['Gold'] };
    expect(await at.sandbox.settle(at.ada.call('directory.act', { choice, action, typed: null }))).toMatchObject({
      of: rows,
    });
  });

  it.each<[string, DirectoryFilter[], string]>([
    ['a field the site does not have', [{ by: 'empty', field: 'Old name' }], '“Old name” is not on your site'],
    [
      'a value of such a field',
      [{ by: 'field', field: 'Old name', how: 'is', value: 'x' }],
      '“Old name” is not on your site',
    ],
  ])('refuses to list, export and choose by %s', async (_, filters, words) => refuses(filters, words));

  it('refuses to list, export and choose by a field where no values are kept', async () => {
    await at.sandbox.settle(at.ada.call('directory.keep', { keeps: 'no values' }));
    await at.read();
    await refuses([{ by: 'empty', field: 'Region' }], '“Region”: the directory keeps no values');
  });

  it('refuses a value that the field does not take, and somebody else’s choice', async () => {
    const { choice } = await choose([{ by: 'text', text: 'amara bianchi' }]);
    const action: DirectoryAction = { do: 'set', field: 'Tier', values: ['Tin'] };
    await expect(at.sandbox.settle(at.ada.call('directory.act', { choice, action, typed: null }))).rejects.toThrow(
      'Not an option',
    );
    expect((await at.sandbox.settle(at.ada.call('jobs.list', { page: 0 }))).total).toBe(0);
    const other = { choice: '00000000-0000-4000-a000-000000000000', action, typed: null };
    await expect(at.sandbox.settle(at.ada.call('directory.act', other))).rejects.toThrow('can’t be found');
  });
});
