import { byName } from '../../../src/domain/directory/sort';
import { directoryIn } from '../../support/directory-in';
import { TODAY } from '../../support/directory-site';
import { systemClock } from '../../../src/platform/clock';
import { furnishing, importRows, note, siteOfKinds } from '../../support/import-rows';
import { type ImportSite, MINUTE_MS } from '../../support/import-site';

let world: ImportSite;
beforeEach(async () => {
  world = await siteOfKinds();
});
afterEach(() => world.close());

const settle = <T>(asked: Promise<T>): Promise<T> => world.sandbox.settle(asked);
const status = () => directoryIn(world).status();

async function noteOf(id: string): Promise<string | undefined> {
  const query = { filters: [], sort: byName };
  const request = { entity: 'customer' as const, query, today: TODAY, page: 0, from: null };
  const { rows } = await settle(world.ada.call('directory.list', request));
  return rows.find((row) => row.id === id)?.values[0]?.[1][0];
}

async function readAll(): Promise<string[]> {
  const { addCustomer } = furnishing(world);
  const ids = ['one', 'two', 'three', 'four'].map((name) => addCustomer(`${name}@example.com`, name));
  await directoryIn(world).read();
  return ids;
}

/** A promise, and what resolves it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

const importNote = (value: string) =>
  importRows(world, {
    ...{ kind: 'customer-profiles', operation: 'UPSERT', fields: [note] },
    columns: [
      ['Email', { to: 'email' }],
      ['Note', { to: 'detail', field: 'Note' }],
    ],
    rows: [['two@example.com', value]],
  });

/** Lets time pass until a reading begins. Resolves to when that was. */
async function begun(): Promise<number> {
  while ((await status()).scan === null) await world.sandbox.run(1_000);
  return systemClock.now();
}

async function ended(): Promise<void> {
  while ((await status()).scan !== null) await world.sandbox.run(1_000);
}

/** Lets time pass until the directory is about to catch up with an import. */
async function aboutToCatchUp(): Promise<void> {
  await importNote('First');
  const at = await begun();
  await ended();
  await importNote('Second');
  // It is looked every five minutes, and five minutes have to have passed since the last time.
  await world.sandbox.run(at + 10 * MINUTE_MS - 5_000 - systemClock.now());
}

it('shows what was changed before it caught up with jobs, and told only then', async () => {
  const [id = ''] = await readAll();
  await aboutToCatchUp();
  expect((await status()).scan).toBeNull();
  const [told, listed] = [gate(), gate()];
  let isFirst = true;
  world.changeAnswers(async ({ path }, answer) => {
    if (path.endsWith('customer/profile/fetch') && isFirst) {
      isFirst = false;
      await told.opened;
    } else if (path.includes('servicedeskapi/organization')) {
      told.open();
      await listed.opened;
    }
    return answer;
  });
  const change = { field: 'Note', type: 'TEXT' as const, values: ['Set'], seen: [] };
  const saved = world.ada.call('details.set', { holder: { entity: 'customer', id }, ...change }).finally(listed.open);
  await begun();
  await settle(saved);
  await ended();
  expect((await status()).kept).toMatchObject({ isBehind: false });
  expect(await noteOf(id)).toBe('Set');
});

it('shows the later of two changes, in whichever order they are told', async () => {
  const [id = ''] = await readAll();
  const told = gate();
  let isFirst = true;
  world.changeAnswers(async ({ path }, answer) => {
    if (!path.endsWith('customer/profile/fetch') || !isFirst) return answer;
    isFirst = false;
    await told.opened;
    return answer;
  });
  const change = (value: string, seen: string[]) => {
    const request = { field: 'Note', type: 'TEXT' as const, values: [value], seen };
    return world.ada.call('details.set', { holder: { entity: 'customer', id }, ...request });
  };
  const first = change('First', []);
  await world.sandbox.run(1_000);
  await settle(change('Second', ['First']));
  told.open();
  await settle(first);
  expect(await noteOf(id)).toBe('Second');
});
