import type { CsmRequest } from '../../sandbox/csm/model';
import { HELP_CENTERS } from '../../sandbox/csm/requests';
import { testSite, type TestSite } from './support/site';

const helpCenterId = HELP_CENTERS[0] ?? '';
const good = { helpCenterId, origin: 'voice', summary: 'The pump rattles' };
const note = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hm.' }] }] };

function kept({ site }: TestSite, key: string): CsmRequest | undefined {
  return site.state().requests.find(key);
}

describe('requests from outside', () => {
  it('become issues with a key, that can be commented by key and by id', async () => {
    const at = testSite();
    const email = 'pump@customers.example';
    await at.read('create-customer', { body: { email } });
    const metadata = { queue: 'north', waited: 12.5, vip: true };
    const made = await at.read('create-csm-request', {
      body: { ...good, reporterEmail: email.toUpperCase(), metadata },
    });
    expect(made).toMatchObject({ id: '10001', key: 'CARE-1', helpCenterId });
    const reporterId = at.site.state().customers.find(email)?.id;
    expect(kept(at, 'CARE-1')).toMatchObject({ summary: 'The pump rattles', reporterId, metadata });

    await at.read('comment-on-csm-request', { params: [helpCenterId, 'CARE-1'], body: { body: note, public: true } });
    await at.read('comment-on-csm-request', { params: [helpCenterId, '10001'], body: { body: note } });
    expect(kept(at, 'CARE-1')?.comments).toMatchObject([{ isPublic: true }, { isPublic: false }]);
    expect(new Set(kept(at, 'CARE-1')?.comments.map(({ id }) => id)).size).toBe(2);
  });

  it.each([
    ['a list', { tags: ['a'] }],
    ['an object', { caller: { name: 'Ada' } }],
    ['null', { queue: null }],
  ])('are refused with 400 when their metadata holds %s', async (_, metadata) => {
    const at = testSite();
    expect((await at.send('create-csm-request', { body: { ...good, metadata } })).status).toBe(400);
    expect(at.site.state().requests.size).toBe(0);
  });

  it.each([
    ['no summary', { summary: ' ' }, 400],
    ['no e-mail for its reporter', { reporterEmail: 'nobody' }, 400],
    ['a reporter who is no customer', { reporterEmail: 'nobody@nowhere.example' }, 404],
    ['an unknown help center', { helpCenterId: 'elsewhere' }, 404],
  ])('are refused when there is %s', async (_, wrong, status) => {
    expect((await testSite().send('create-csm-request', { body: { ...good, ...wrong } })).status).toBe(status);
  });

  it('come from anyone who is logged in, but only agents name another as the reporter', async () => {
    const at = testSite({ content: 'demo' });
    await at.read('create-csm-request', { user: 'nora', body: good });
    const email = [...at.site.state().customers.values()][0]?.email;
    const body = { ...good, reporterEmail: email };
    expect((await at.send('create-csm-request', { user: 'nora', body })).status).toBe(403);
    expect((await at.send('create-csm-request', { user: 'gil', body })).status).toBe(200);
  });

  it('take no comment that is not a document, or under another help center', async () => {
    const at = testSite();
    await at.read('create-csm-request', { body: good });
    const comment = (params: string[], body: object) => at.send('comment-on-csm-request', { params, body });
    expect((await comment([helpCenterId, 'CARE-1'], { body: { text: 'Hm.' } })).status).toBe(400);
    expect((await comment([helpCenterId, 'CARE-1'], { public: true })).status).toBe(400);
    expect((await comment([helpCenterId, 'CARE-2'], { body: note })).status).toBe(404);
    expect((await comment(['elsewhere', 'CARE-1'], { body: note })).status).toBe(404);
  });
});
