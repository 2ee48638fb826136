import { type ImportSite, importSite } from '../../support/import-site';

let world: ImportSite;

beforeEach(async () => {
  world = await importSite();
  world.sandbox.site.settings.taskMsPerRow = 300;
});
afterEach(() => world.close());

const move = (jobId: string, to: 'up' | 'front') => world.sandbox.settle(world.ada.call('jobs.moveUp', { jobId, to }));
const ids = ({ queue }: { queue: { id: string }[] }): string[] => queue.map(({ id }) => id);

describe('the order of waiting imports', () => {
  it('is listed, can be changed, and is the one in which they run', async () => {
    const [first, b, c, d] = [
      await world.start(1_000),
      await world.start(100),
      await world.start(100),
      await world.start(100),
    ];
    expect(ids(await world.sandbox.settle(world.ada.call('jobs.list', { page: 0 })))).toEqual([b, c, d]);
    expect((await world.job(d)).waiting?.message).toMatch(/number 3 of 3/);
    expect(ids(await move(d, 'up'))).toEqual([b, d, c]);
    expect(ids(await move(c, 'front'))).toEqual([c, b, d]);
    await world.finish(first);
    const ended = await Promise.all([c, b, d].map(async (id) => (await world.finish(id)).endedAt ?? 0));
    expect(ended).toEqual([...ended].sort((one, other) => one - other));
  });

  it('has no place for one that does not wait', async () => {
    const jobId = await world.start(1_000);
    await expect(move(jobId, 'front')).rejects.toThrow(/CONFLICT/);
    await expect(move('no-such-job', 'up')).rejects.toThrow(/CONFLICT/);
  });

  it('keeps every one of them, whoever moves which at the same time', async () => {
    await world.start(1_000);
    const waiting = [await world.start(100), await world.start(100), await world.start(100)];
    const [b = '', c = '', d = ''] = waiting;
    await world.sandbox.settle(
      Promise.all([
        world.ada.call('jobs.moveUp', { jobId: c, to: 'front' }),
        world.ada.call('jobs.moveUp', { jobId: d, to: 'up' }),
        world.ada.call('jobs.pause', { jobId: b }),
      ]),
    );
    const listed = await world.sandbox.settle(world.ada.call('jobs.list', { page: 0 }));
    expect(ids(listed).sort()).toEqual([c, d].sort());
  });
});
