import * as v from 'valibot';
import type { NewRequest } from '../../../src/contract/requests';
import { HELP_CENTERS } from '../../../sandbox/csm/requests';
import { type Site, createSite } from '../../../sandbox/site';
import { ADA, type Console, consoleOf } from '../../support/console';
import { type VirtualSandbox, virtualSandbox } from '../../support/sandbox';
import { changeStored } from '../../support/stored-head';
import { words } from '../../support/words';

let sandbox: VirtualSandbox<Site>;
let ada: Console;

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  sandbox = await virtualSandbox({ site: (parts) => createSite({ ...parts, content: 'empty' }) });
  ada = consoleOf(sandbox.platform, ADA);
});
afterEach(() => sandbox.close());

const helpCenterId = HELP_CENTERS[0] ?? '';

const aRequest = (part: Partial<NewRequest> = {}): NewRequest => ({
  helpCenterId,
  origin: 'Contact form',
  summary: 'The door does not open',
  metadata: [],
  ...part,
});
const send = (part?: Partial<NewRequest>) => sandbox.settle(ada.call('requests.send', aRequest(part)));
const comment = (request: string, part: { text?: string; public?: boolean; helpCenterId?: string } = {}) =>
  sandbox.settle(
    ada.call('requests.comment', { helpCenterId, request, text: 'We look into it.', public: false, ...part }),
  );
const requests = () => [...sandbox.site.state().requests.values()];

describe('a request to a help center', () => {
  it('is taken with no more than it needs, from the person who sends it', async () => {
    const { key, link } = await send();
    expect(link).toContain(key);
    expect(requests()).toMatchObject([{ key, summary: 'The door does not open', reporterId: ADA, metadata: {} }]);
  });

  it('carries texts, numbers and yes or no, under whatever key', async () => {
    const metadata = [
      { key: 'order', value: 'A-1' },
      { key: 'weight', value: 2.5 },
      { key: 'paid', value: false },
      { key: 'constructor', value: 'x' },
      { key: 'prototype', value: 'y' },
      { key: '__proto__', value: 'z' },
    ];
    await send({ metadata, description: 'Since Monday.' });
    expect(requests()[0]).toMatchObject({ description: 'Since Monday.' });
    expect(Object.entries(requests()[0]?.metadata ?? {})).toEqual(metadata.map(({ key, value }) => [key, value]));
  });

  it('is sent on behalf of a customer, who has to be one', async () => {
    const { id } = await sandbox.settle(
      ada.call('customers.createAccount', { email: 'door@example.com', displayName: null }),
    );
    await send({ reporterEmail: 'door@example.com' });
    expect(requests()[0]).toMatchObject({ reporterId: id });
    await expect(send({ reporterEmail: 'nobody@example.com' })).rejects.toMatchObject({
      error: { code: 'SITE_REFUSED', message: words(/nobody@example.com/), advice: words(/customer’s email address/) },
    });
    expect(requests()).toHaveLength(1);
  });

  it('is refused by a help center that is not there', async () => {
    await expect(send({ helpCenterId: 'elsewhere' })).rejects.toMatchObject({
      error: { code: 'SITE_REFUSED', message: words(/no help center elsewhere/) },
    });
  });

  it.each<[string, Partial<NewRequest>]>([
    ['no summary', { summary: '  ' }],
    ['an address that is none', { reporterEmail: 'nobody' }],
    [
      'a key that comes twice',
      {
        metadata: [
          { key: 'a', value: 1 },
          { key: 'a', value: 2 },
        ],
      },
    ],
    ['a number that JSON cannot hold', { metadata: [{ key: 'a', value: Infinity }] }],
  ])('is not sent with %s', async (_, part) => {
    await expect(send(part)).rejects.toMatchObject({ error: { code: 'INVALID' } });
    expect(requests()).toEqual([]);
  });
});

describe('a comment', () => {
  it('goes to a request by its key or its id, for agents or for the customer too', async () => {
    const { id, key } = await send();
    await comment(key, { text: 'First.\n\nSecond.' });
    await comment(id, { public: true });
    expect(requests()[0]?.comments).toMatchObject([
      { authorId: ADA, isPublic: false, body: { type: 'doc', content: [{}, {}] } },
      { authorId: ADA, isPublic: true },
    ]);
  });

  it('is refused for a request that is not there, or in another help center', async () => {
    await expect(comment('CARE-99')).rejects.toMatchObject({
      error: { code: 'SITE_REFUSED', message: words(/CARE-99/) },
    });
    const { key } = await send();
    await expect(comment(key, { helpCenterId: 'elsewhere' })).rejects.toMatchObject({
      error: { code: 'SITE_REFUSED' },
    });
  });

  it('is not sent empty', async () => {
    const { key } = await send();
    await expect(comment(key, { text: ' \n ' })).rejects.toMatchObject({ error: { code: 'INVALID' } });
  });
});

describe('the list of what was sent lately', () => {
  const DAY_MS = 24 * 60 * 60_000;
  const KEY = 'requests-sent';
  const list = async () => (await sandbox.settle(ada.call('requests.sent', {}))).sent;
  const keys = async () => (await list()).map(({ key }) => key);
  const dayPasses = () => sandbox.settle(sandbox.platform.fireSchedule('retention'));
  const stored = () => sandbox.platform.store.get('entity:record', KEY)?.json ?? '';
  /** As if everything on the list had been sent so many days before. */
  const age = (days: number) =>
    changeStored({ sandbox }, KEY, ({ sent, ...rest }) => ({
      ...rest,
      sent: v.parse(v.array(v.looseObject({ at: v.number() })), sent).map(({ at, ...one }) => ({
        ...one,
        at: at - days * DAY_MS,
      })),
    }));

  it('says who sent what and when, the latest first, and ends after ten', async () => {
    expect(await list()).toEqual([]);
    const sent: string[] = [];
    for (let no = 1; no <= 12; no += 1) sent.unshift((await send()).key);
    expect(await keys()).toEqual(sent.slice(0, 10));
    const at = expect.any(Number) as number;
    expect((await list())[0]).toEqual({
      key: sent[0],
      summary: 'The door does not open',
      helpCenterId,
      by: 'Ada Admin',
      at,
    });
  });

  it('keeps the account of who sent it, and no name, address or text', async () => {
    await sandbox.settle(ada.call('customers.createAccount', { email: 'door@example.com', displayName: 'Dora' }));
    await send({ reporterEmail: 'door@example.com', description: 'Since Monday.', origin: 'Phone' });
    expect(stored()).toContain(ADA);
    expect(stored()).not.toMatch(/Ada Admin|Dora|door|Monday|Phone/);
  });

  it('leaves out the words of an issue that the site does not show', async () => {
    await send();
    changeStored({ sandbox }, KEY, (value) => ({
      ...value,
      sent: [{ key: 'CARE-99', helpCenterId, by: 'nobody', at: Date.now() }],
    }));
    expect(await list()).toMatchObject([{ key: 'CARE-99', summary: null, by: null }]);
  });

  it('has nothing that was refused', async () => {
    await expect(send({ helpCenterId: 'elsewhere' })).rejects.toThrow();
    expect(await list()).toEqual([]);
  });

  it('forgets after 30 days, and what is stored goes within a day of that', async () => {
    const old = await send();
    age(29);
    expect(await keys()).toEqual([old.key]);
    age(1);
    expect(await keys()).toEqual([]);
    const { key } = await send();
    expect(stored()).not.toContain(`"${old.key}"`);
    age(31);
    await dayPasses();
    expect(stored()).not.toContain(`"${key}"`);
  });

  it('reports accounts once a week, and forgets what was sent by one that was closed', async () => {
    const reports = sandbox.platform.accountReports;
    await send();
    await send();
    await dayPasses();
    expect([...reports.reported.keys()]).toEqual([ADA]);
    reports.reported.clear();
    await dayPasses();
    expect(reports.reported.size).toBe(0);
    expect(await list()).toHaveLength(2);
    changeStored({ sandbox }, KEY, (value) => ({ ...value, reportedAt: Date.now() - 7 * DAY_MS }));
    reports.closed.add(ADA);
    await dayPasses();
    expect(await list()).toEqual([]);
    expect(stored()).not.toContain(ADA);
  });

  it('does not keep a request from being sent when the store fails', async () => {
    const { store } = sandbox.platform;
    const write = store.set.bind(store);
    const failing = jest.spyOn(store, 'set').mockImplementation((space, key, ...value) => {
      if (key !== KEY) return write(space, key, ...value);
      throw new Error('Internal error of the store');
    });
    expect((await send()).key).toBe('CARE-1');
    failing.mockRestore();
    expect(await list()).toEqual([]);
  });
});
