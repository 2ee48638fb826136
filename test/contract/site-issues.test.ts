import * as v from 'valibot';
import { findUser } from '../../sandbox/csm/users';
import { testSite } from './support/site';

type User = 'ada' | 'gil' | 'nora';

const issueSchema = v.object({ key: v.string(), fields: v.optional(v.record(v.string(), v.unknown())) });
const pageSchema = v.object({
  issues: v.array(issueSchema),
  isLast: v.boolean(),
  nextPageToken: v.optional(v.string()),
});
const personSchema = v.object({ displayName: v.string(), emailAddress: v.optional(v.string()) });
const participantsSchema = v.object({ values: v.array(personSchema), isLastPage: v.boolean() });

/** Asks the demo site as a user of it. */
function demoSite() {
  const { site } = testSite({ content: 'demo' });
  async function ask(
    user: User,
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; body: unknown }> {
    const accountId = findUser(user)?.accountId ?? '';
    const text = body === undefined ? null : JSON.stringify(body);
    const response = await site.handle({ method, path, headers: {}, body: text, actor: { accountId }, scopes: null });
    return { status: response.status, body: JSON.parse(response.body) };
  }
  return {
    site,
    issue: (user: User, key: string, query = '') => ask(user, 'GET', `/rest/api/3/issue/${key}${query}`),
    participants: (user: User, key: string, query = '') =>
      ask(user, 'GET', `/rest/servicedeskapi/request/${key}/participant${query}`),
    search: (user: User, body: object) => ask(user, 'POST', '/rest/api/3/search/jql', body),
    async keys(user: User, jql: string): Promise<string[]> {
      const found = v.parse(pageSchema, (await ask(user, 'POST', '/rest/api/3/search/jql', { jql })).body);
      return found.issues.map(({ key }) => key);
    },
  };
}

describe('an issue', () => {
  it('is found by its key in any case and by its id, with the fields that were asked for', async () => {
    const at = demoSite();
    const byKey = await at.issue('gil', 'care-1', '?fields=summary,reporter&expand=names');
    expect(byKey).toMatchObject({
      status: 200,
      body: { key: 'CARE-1', names: { summary: 'Summary', reporter: 'Reporter' } },
    });
    expect(Object.keys(v.parse(issueSchema, byKey.body).fields ?? {})).toEqual(['summary', 'reporter']);
    const id = v.parse(v.object({ id: v.string() }), byKey.body).id;
    expect((await at.issue('gil', id)).body).toMatchObject({ key: 'CARE-1' });
  });

  it.each([
    ['gil', 'CARE-8'],
    ['nora', 'CARE-1'],
    ['ada', 'CARE-999'],
  ] as const)('is not there for %s, who may not see %s or for whom there is none', async (user, key) => {
    const at = demoSite();
    expect((await at.issue(user, key)).status).toBe(404);
    expect((await at.participants(user, key)).status).toBe(404);
  });

  it('shows the e-mail address of a portal account to agents, and keeps that of an Atlassian account', async () => {
    const at = demoSite();
    const reporterOf = async (key: string): Promise<unknown> => {
      const { fields } = v.parse(issueSchema, (await at.issue('gil', key)).body);
      return v.parse(personSchema, fields?.['reporter']).emailAddress;
    };
    expect(await reporterOf('CARE-1')).toMatch(/@customers\.example$/);
    expect(await reporterOf('CARE-10')).toBeUndefined();
  });

  it('has a former user where its reporter is gone, and nobody where none is named', async () => {
    const at = demoSite();
    expect((await at.issue('gil', 'CARE-7')).body).toMatchObject({
      fields: { reporter: { displayName: 'Former user', active: false } },
    });
    expect((await at.issue('gil', 'CARE-6')).body).toMatchObject({ fields: { reporter: null } });
  });

  it('refuses an expansion that the sandbox does not emulate', async () => {
    expect((await demoSite().issue('gil', 'CARE-1', '?expand=changelog')).status).toBe(400);
  });
});

describe('the people of an issue', () => {
  it('come in pages', async () => {
    const at = demoSite();
    const first = v.parse(participantsSchema, (await at.participants('gil', 'CARE-1', '?limit=2')).body);
    const rest = v.parse(participantsSchema, (await at.participants('gil', 'CARE-1', '?start=2&limit=2')).body);
    expect([first.values.length, first.isLastPage, rest.values.length, rest.isLastPage]).toEqual([2, false, 1, true]);
    expect(rest.values[0]?.displayName).toBe('Ada Admin');
  });
});

describe('a search for issues', () => {
  it('finds what the user may see, newest first', async () => {
    const at = demoSite();
    expect(await at.keys('ada', 'project = CARE')).toEqual([
      'CARE-9',
      'CARE-5',
      'CARE-1',
      'CARE-6',
      'CARE-8',
      'CARE-2',
      'CARE-10',
      'CARE-3',
      'CARE-4',
      'CARE-7',
    ]);
    expect(await at.keys('gil', 'project = CARE')).not.toContain('CARE-8');
    expect(await at.keys('nora', 'project = CARE')).toEqual([]);
  });

  it('finds the other open issues of a reporter', async () => {
    const at = demoSite();
    const reporterId = at.site.state().issues.find('CARE-1')?.reporterId ?? '';
    const jql = `reporter = "${reporterId}" AND statusCategory != Done AND key != "CARE-1" ORDER BY key ASC`;
    expect(await at.keys('gil', jql)).toEqual(['CARE-2', 'CARE-3']);
  });

  it('goes on where the page before ended, for the query that the token belongs to', async () => {
    const at = demoSite();
    const jql = 'project = CARE ORDER BY key ASC';
    const first = v.parse(pageSchema, (await at.search('ada', { jql, maxResults: 6 })).body);
    expect([first.issues.length, first.isLast]).toEqual([6, false]);
    const { nextPageToken } = first;
    const second = v.parse(pageSchema, (await at.search('ada', { jql, maxResults: 6, nextPageToken })).body);
    expect([second.issues.map(({ key }) => key), second.isLast]).toEqual([
      ['CARE-7', 'CARE-8', 'CARE-9', 'CARE-10'],
      true,
    ]);
    expect((await at.search('ada', { jql: 'project = CARE', nextPageToken })).status).toBe(400);
  });

  it.each(['', 'assignee = ada', 'project = CARE ORDER BY votes', 'project = CARE AND'])(
    'refuses a query that the sandbox does not know: "%s"',
    async (jql) => {
      expect((await demoSite().search('ada', { jql })).status).toBe(400);
    },
  );
});
