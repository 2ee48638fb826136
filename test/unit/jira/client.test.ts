import { createJiraClient } from '../../../src/jira/client';
import { failureOf, reply, siteThat } from '../../support/scripted-site';

describe('the Jira client', () => {
  test.each([true, false])('tells whether the caller administers Jira: %s', async (havePermission) => {
    const site = siteThat([
      reply(200, { permissions: { ADMINISTER: { id: '0', key: 'ADMINISTER', havePermission } } }),
    ]);
    await expect(createJiraClient(site.send).hasAdministerPermission()).resolves.toBe(havePermission);
    expect(site.sent[0]?.path).toBe('/rest/api/3/mypermissions?permissions=ADMINISTER');
  });

  test('finds the accounts that show the address or hide theirs, and no others', async () => {
    const found = [
      { accountId: '1', displayName: 'Ann', emailAddress: 'Ann@Example.com', active: true, accountType: 'customer' },
      { accountId: '2', displayName: 'Anna', emailAddress: 'ann@example.com.au', active: true },
      { accountId: '3', emailAddress: '', active: false },
      { accountId: '4', displayName: null, emailAddress: null },
    ];
    const site = siteThat([reply(200, found)]);
    const users = await createJiraClient(site.send).findUsersByEmail('ann@example.com');
    expect(users).toEqual([
      { accountId: '1', displayName: 'Ann', email: 'Ann@Example.com', active: true, accountType: 'customer' },
      { accountId: '3', displayName: '', email: null, active: false, accountType: null },
      { accountId: '4', displayName: '', email: null, active: true, accountType: null },
    ]);
    expect(site.sent[0]?.path).toBe('/rest/api/3/user/search?query=ann%40example.com&maxResults=50');
  });

  test('says of an unknown account that it was not found', async () => {
    const site = siteThat([reply(404, { errorMessages: ['User not found'], errors: {} })]);
    const error = await failureOf(createJiraClient(site.send).getUser('qm:a:b'));
    expect(error).toMatchObject({ kind: 'not-found', operation: 'jira-get-user' });
    expect(site.sent[0]?.path).toBe('/rest/api/3/user?accountId=qm%3Aa%3Ab');
  });
});
