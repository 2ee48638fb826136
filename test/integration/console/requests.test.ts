import type { NewRequest } from '../../../src/contract/requests';
import { HELP_CENTERS } from '../../../sandbox/csm/requests';
import { type Site, createSite } from '../../../sandbox/site';
import { ADA, type Console, consoleOf } from '../../support/console';
import { type VirtualSandbox, virtualSandbox } from '../../support/sandbox';
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
