import type { RequestOf } from '../../../src/contract/resolvers';
import { byName } from '../../../src/domain/directory/sort';
import { patient } from '../../../src/ui/admin/directory/patient';
import { CallError } from '../../../src/ui/shared/call-error';

const list: Omit<RequestOf<'directory.list'>, 'from'> = {
  ...{ entity: 'customer', query: { filters: [], sort: byName }, today: '2026-03-10', page: 0 },
};
const from = { generation: '1', part: 60, matched: 0 };

/** Asks a site that is too busy for so many calls, and answers with how often it was asked and waited for. */
async function asked(request: RequestOf<'directory.list'>, busyCalls: number, code = 'SITE_BUSY') {
  let [calls, waits] = [0, 0];
  const ask = patient(
    () => {
      calls += 1;
      return calls <= busyCalls
        ? Promise.reject(new CallError(code === 'SITE_BUSY' ? 'SITE_BUSY' : 'CONFLICT', 'No.'))
        : Promise.reject(new CallError('NOT_FOUND', 'Got through.'));
    },
    () => {
      waits += 1;
      return Promise.resolve();
    },
  );
  const message = await ask('directory.list', request).catch((error: unknown) => (error as Error).message);
  return { message, calls, waits };
}

it('waits for a site that asks to slow down while a list is being read', async () => {
  expect(await asked({ ...list, from }, 2)).toEqual({ message: 'Got through.', calls: 3, waits: 2 });
  expect(await asked({ ...list, from }, 100)).toEqual({ message: 'No.', calls: 12, waits: 11 });
});

it('tells at once of a site that is busy before anything was read, and of all else', async () => {
  expect(await asked({ ...list, from: null }, 2)).toEqual({ message: 'No.', calls: 1, waits: 0 });
  expect(await asked({ ...list, from }, 2, 'CONFLICT')).toEqual({ message: 'No.', calls: 1, waits: 0 });
});
