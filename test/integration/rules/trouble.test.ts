import { ADA } from '../../support/console';
import { type RuleSite, goldSupport, ruleSite } from '../../support/rule-site';

let site: RuleSite;
beforeEach(async () => {
  site = await ruleSite();
});
afterEach(() => site.close());

const call: RuleSite['ada']['call'] = (name, request) => site.sandbox.settle(site.ada.call(name, request));

describe('a rule whose owner may not act', () => {
  it('stops with the reason, and goes on when somebody takes it over', async () => {
    const acme = site.addOrganization('Acme', 'Gold');
    const ruleId = await site.begin();
    const [ann] = site.addCustomers(1, acme);
    site.revoke(ADA);
    await site.sandbox.run(2 * 60 * 60_000);
    site.grant(ADA);
    const parked = await site.rule(ruleId);
    expect(parked.parked?.reason).toMatch(/may not read/);
    expect((await call('rules.attention', {})).rules).toMatchObject([{ id: ruleId, why: 'stopped' }]);
    await site.sandbox.run(2 * 60 * 60_000);
    expect((await site.rule(ruleId)).parked).not.toBeNull();
    await call('rules.takeOver', { ruleId });
    expect((await site.nextRun(ruleId)).parked).toBeNull();
    expect(ann && site.seatsOf(ann)).toEqual(['10']);
  });
});

describe('a rule whose runs are cut off', () => {
  it.each([3, 7, 16])(
    'is left with each customer entitled once, where every call number %s is the last',
    async (every) => {
      const acme = site.addOrganization('Acme', 'Gold');
      const globex = site.addOrganization('Globex', 'Gold');
      const customers = [...site.addCustomers(60, acme), ...site.addCustomers(20, globex)];
      const ruleId = await site.create();
      let [calls, crashes] = [0, 0];
      site.sandbox.platform.faults.crashes.afterCall = ({ invocation }) => {
        if (invocation.moduleType !== 'core:consumer' || crashes === 12) return false;
        calls += 1;
        if (calls % every !== 0) return false;
        crashes += 1;
        return true;
      };
      await site.switchOn(ruleId);
      expect(crashes).toBeGreaterThan(0);
      site.sandbox.platform.faults.crashes = {};
      await site.nextRun(ruleId);
      for (const customer of customers) expect(site.seatsOf(customer)).toEqual(['10']);
      expect(site.sandbox.site.state().entitlements.size).toBe(80);
      site.setTier(globex, 'Silver');
      const after = await site.nextRun(ruleId);
      // What a cut off job may have found done instead of doing it is nobody's to revoke.
      const kept = 80 - (after.runs[0]?.counts?.revoke ?? 0);
      expect(site.sandbox.site.state().entitlements.size).toBe(kept);
      expect(kept).toBeGreaterThanOrEqual(60);
    },
  );
});

describe('a rule whose grant was lost on its way', () => {
  it('leaves the values of what somebody has granted meanwhile as they are', async () => {
    const [ann] = site.addCustomers(1, site.addOrganization('Acme', 'Gold'));
    if (!ann) throw new Error('There is no customer.');
    let isLost = false;
    site.changeAnswers((request, answer) => {
      if (isLost || request.method !== 'POST' || !request.path.endsWith('/entitlement')) return answer;
      isLost = true;
      site.revokeAll(ann);
      const byHand = site.entitle(ann);
      site.sandbox.site.state().entitlements.get(byHand)?.details.set('seats', ['3']);
      return { ...answer, status: 503, body: '' };
    });
    const ruleId = await site.begin();
    expect(isLost).toBe(true);
    expect(site.seatsOf(ann)).toEqual(['3']);
    expect(await site.nextRun(ruleId)).toMatchObject({
      granted: 0,
      runs: [{ outcome: 'nothing', counts: { entitled: 1 } }, { counts: { failed: 1 } }, {}],
    });
  });
});

describe('a rule that has more to read than one invocation has time for', () => {
  it('goes on in the next one, and asks for nothing twice', async () => {
    const ruleId = await site.create();
    site.addCustomers(2_000, site.addOrganization('Acme', 'Gold'));
    const asked: string[] = [];
    site.changeAnswers((request, answer) => {
      asked.push(request.path);
      return answer;
    });
    await call('rules.preview', { ruleId });
    const before = site.sandbox.platform.stats().functions['run-rules']?.invocations ?? 0;
    site.sandbox.site.faults.latencyMs = 9_000;
    await site.sandbox.run(40 * 60_000);
    site.sandbox.site.faults.latencyMs = 0;
    expect((await site.rule(ruleId)).runs[0]).toMatchObject({ outcome: 'preview', counts: { covered: 2_000 } });
    const members = asked.filter((path) => path.includes('/organization/1/user?'));
    expect([members.length, new Set(members).size]).toEqual([40, 40]);
    expect(asked.filter((path) => path.endsWith('/customer/profile/fetch'))).toHaveLength(80);
    expect((site.sandbox.platform.stats().functions['run-rules']?.invocations ?? 0) - before).toBeGreaterThan(1);
  });
});

describe('a rule whose field is gone', () => {
  it('is held, and revokes nothing', async () => {
    const customers = site.addCustomers(3, site.addOrganization('Acme', 'Gold'));
    const ruleId = await site.begin();
    const { organization } = site.sandbox.site.state().fields;
    const tier = organization.find('Tier');
    if (tier !== undefined) organization.change(tier, () => (tier.name = 'Level'));
    expect((await site.nextRun(ruleId)).runs[0]).toMatchObject({
      outcome: 'held',
      reason: expect.stringMatching(/“Tier”/) as string,
    });
    expect(customers.flatMap(site.seatsOf)).toHaveLength(3);
  });
});

describe('a rule that is not shown everything', () => {
  it('revokes nothing from customers whose organization the list has skipped, or whose profile is not there', async () => {
    const acme = site.addOrganization('Acme', 'Gold');
    const customers = site.addCustomers(3, acme);
    const ruleId = await site.begin();
    site.changeAnswers((request, answer) =>
      request.path.startsWith('/rest/servicedeskapi/organization?')
        ? { ...answer, body: JSON.stringify({ values: [], isLastPage: true }) }
        : answer,
    );
    expect((await site.nextRun(ruleId)).runs[0]).toMatchObject({
      outcome: 'nothing',
      counts: { covered: 0, revoke: 0 },
    });
    site.changeAnswers((request, answer) =>
      request.path.endsWith('/customer/profile/fetch') ? { ...answer, body: '{"profiles":[]}' } : answer,
    );
    expect((await site.nextRun(ruleId)).runs[0]).toMatchObject({ outcome: 'nothing', counts: { revoke: 0 } });
    expect(customers.map(site.seatsOf)).toEqual([['10'], ['10'], ['10']]);
    expect((await site.rule(ruleId)).granted).toBe(3);
  });

  it('forgets a customer who was deleted', async () => {
    const [ann] = site.addCustomers(2, site.addOrganization('Acme', 'Gold'));
    const ruleId = await site.begin();
    await call('customers.delete', { id: ann?.id ?? '' });
    expect((await site.nextRun(ruleId)).granted).toBe(1);
  });
});

describe('a rule that is edited', () => {
  it('is off until it was previewed again, where what it does has changed', async () => {
    site.addCustomers(1, site.addOrganization('Acme', 'Gold'));
    const ruleId = await site.begin();
    const { rule: renamed } = await call('rules.save', { ruleId, settings: { ...goldSupport, name: 'Gold' } });
    expect(renamed).toMatchObject({ name: 'Gold', mode: 'on' });
    const condition = { field: 'Tier', values: ['Gold', 'Silver'] };
    const { rule } = await call('rules.save', { ruleId, settings: { ...goldSupport, condition } });
    expect(rule).toMatchObject({ mode: 'off', isPreviewed: false });
    await expect(call('rules.switchOn', { ruleId })).rejects.toMatchObject({ error: { code: 'CONFLICT' } });
  });

  it.each([
    ['another product', 'INVALID', { product: { id: 'other', name: 'Other' } }],
    ['a value that its field can’t have', 'INVALID', { values: [{ name: 'Seats', values: ['many'] }] }],
    ['a field that isn’t there', 'NOT_FOUND', { condition: { field: 'Rank', values: ['1'] } }],
    ['a time zone that isn’t there', 'INVALID', { timeZone: 'Mars/Base' }],
  ])('is refused %s', async (_, code, part) => {
    const ruleId = await site.create();
    const saved = call('rules.save', { ruleId, settings: { ...goldSupport, ...part } });
    await expect(saved).rejects.toMatchObject({ error: { code } });
  });
});
