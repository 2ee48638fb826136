import { ADA, consoleOf } from '../../support/console';
import { type SiteRequest, createSite } from '../../../sandbox/site';
import { virtualSandbox } from '../../support/sandbox';

it('lacks what was changed while a reading of your site came to its end', async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  let onProfiles = (): Promise<void> => Promise.resolve();
  const sandbox = await virtualSandbox({
    site: (parts) => {
      const site = createSite({ ...parts, content: 'empty' });
      const handle = async (request: SiteRequest) => {
        const answer = await site.handle(request);
        if (request.path.endsWith('customer/profile/fetch')) await onProfiles();
        return answer;
      };
      return { ...site, handle };
    },
  });
  const ada = consoleOf(sandbox.platform, ADA);
  const { customers } = sandbox.site.state();
  customers.add({
    ...{ id: 'qm:1:one', email: 'one@example.com', displayName: 'One', createdAt: 0 },
    ...{ details: new Map(), organizations: new Set() },
  });
  const read = async (): Promise<boolean | undefined> => {
    await sandbox.run(60_000);
    await sandbox.settle(ada.call('directory.read', {}));
    for (;;) {
      const { scan, kept } = await sandbox.settle(ada.call('directory.status', {}));
      if (scan === null) return kept?.isBehind;
      await sandbox.run(1_000);
    }
  };
  expect(await read()).toBe(false);
  let [finish, fetches] = [(): void => undefined, 0];
  const finished = new Promise<void>((resolve) => (finish = resolve));
  let renamed: Promise<unknown> = Promise.resolve();
  onProfiles = () => {
    fetches += 1;
    if (fetches > 1) return finished;
    renamed = ada.call('customers.rename', { id: 'qm:1:one', displayName: 'Other', seen: 'One' });
    return Promise.resolve();
  };
  await read();
  finish();
  await sandbox.settle(renamed);
  expect(fetches).toBe(2);
  expect(await sandbox.settle(ada.call('directory.status', {}))).toMatchObject({ kept: { isBehind: true } });
  await sandbox.close();
});
