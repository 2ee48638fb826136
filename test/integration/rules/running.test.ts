import { type RuleSite, ruleSite } from '../../support/rule-site';

let site: RuleSite;
beforeEach(async () => {
  site = await ruleSite();
});
afterEach(() => site.close());

const outcomes = async (ruleId: string) => (await site.rule(ruleId)).runs.map(({ outcome }) => outcome);

describe('an entitlement rule', () => {
  it('tells in numbers and names what it would do before it is switched on, and does nothing', async () => {
    const gold = site.addOrganization('Acme', 'Gold');
    const [ann] = site.addCustomers(3, gold);
    site.addCustomers(2, site.addOrganization('Globex', 'Silver'));
    const ruleId = await site.create();
    expect(await site.rule(ruleId)).toMatchObject({
      mode: 'off',
      isPreviewed: true,
      runs: [{ outcome: 'preview', counts: { organizations: 1, covered: 3, grant: 3, change: 0, revoke: 0 } }],
    });
    const changes = await site.changes(ruleId);
    expect(changes).toHaveLength(3);
    expect(changes[0]).toEqual({ customerId: ann?.id, name: 'Customer 1', email: 'c1@example.com', change: 'grant' });
    await site.sandbox.run(3 * 60 * 60_000);
    expect(site.sandbox.site.state().entitlements.size).toBe(0);
    expect(await outcomes(ruleId)).toEqual(['preview']);
  });

  it('grants to all who match with its values, and nothing twice', async () => {
    const customers = [
      ...site.addCustomers(60, site.addOrganization('Acme', 'Gold')),
      ...site.addCustomers(4, site.addOrganization('Globex', 'gold')),
    ];
    const others = site.addCustomers(5, site.addOrganization('Initech', 'Silver'));
    for (let more = 0; more < 30; more += 1) site.addOrganization(`Other ${more}`, 'Silver');
    const inLast = site.addCustomers(1, site.addOrganization('Last', 'Gold'));
    const [shared] = customers;
    const globex = site.sandbox.site.state().organizations.find('Globex');
    if (shared !== undefined && globex !== undefined) site.join(shared, globex);
    const ruleId = await site.begin();
    for (const customer of [...customers, ...inLast]) expect(site.seatsOf(customer)).toEqual(['10']);
    for (const customer of others) expect(site.seatsOf(customer)).toEqual([]);
    const after = await site.rule(ruleId);
    expect(after).toMatchObject({ mode: 'on', granted: 65, runs: [{ outcome: 'applied', counts: { grant: 65 } }, {}] });
    expect((await site.nextRun(ruleId)).runs[0]).toMatchObject({ outcome: 'nothing', counts: { entitled: 65 } });
    expect(site.sandbox.site.state().entitlements.size).toBe(65);
  });

  it('follows customers who join and leave, and organizations whose field changes', async () => {
    const [acme, globex] = [site.addOrganization('Acme', 'Gold'), site.addOrganization('Globex', 'Silver')];
    const [stays, leaves] = site.addCustomers(2, acme);
    const [joins] = site.addCustomers(1, globex);
    const ruleId = await site.begin();
    if (!stays || !leaves || !joins) throw new Error('There are no customers.');
    site.leave(leaves, acme);
    site.join(joins, acme);
    expect((await site.nextRun(ruleId)).runs[0]).toMatchObject({ counts: { grant: 1, revoke: 1, failed: 0 } });
    expect([stays, leaves, joins].map(site.seatsOf)).toEqual([['10'], [], ['10']]);
    site.setTier(acme, 'Silver');
    site.setTier(globex, 'Gold');
    await site.nextRun(ruleId);
    expect([stays, leaves, joins].map(site.seatsOf)).toEqual([[], [], ['10']]);
    expect((await site.rule(ruleId)).granted).toBe(1);
  });

  it('leaves alone what somebody has granted, also after the customer has left', async () => {
    const acme = site.addOrganization('Acme', 'Gold');
    const [byHand, replaced] = site.addCustomers(2, acme);
    if (!byHand || !replaced) throw new Error('There are no customers.');
    site.entitle(byHand);
    const ruleId = await site.begin();
    expect([byHand, replaced].map(site.seatsOf)).toEqual([['none'], ['10']]);
    site.revokeAll(replaced);
    site.entitle(replaced);
    await site.nextRun(ruleId);
    site.setTier(acme, 'Silver');
    await site.nextRun(ruleId);
    expect([byHand, replaced].map(site.seatsOf)).toEqual([['none'], ['none']]);
    expect((await site.rule(ruleId)).granted).toBe(0);
  });

  it('grants again what was revoked by hand, unless it is paused', async () => {
    const [ann] = site.addCustomers(2, site.addOrganization('Acme', 'Gold'));
    if (!ann) throw new Error('There is no customer.');
    const ruleId = await site.begin();
    await site.sandbox.settle(site.ada.call('rules.pause', { ruleId }));
    site.revokeAll(ann);
    await site.sandbox.run(3 * 60 * 60_000);
    expect(site.seatsOf(ann)).toEqual([]);
    await site.switchOn(ruleId);
    expect(site.seatsOf(ann)).toEqual(['10']);
  });

  it('puts values right on what it has granted alone', async () => {
    const acme = site.addOrganization('Acme', 'Gold');
    const [own, other] = site.addCustomers(2, acme);
    if (!own || !other) throw new Error('There are no customers.');
    site.entitle(other);
    const ruleId = await site.begin();
    for (const { details } of site.sandbox.site.state().entitlements.values()) details.set('seats', ['3']);
    expect((await site.nextRun(ruleId)).runs[0]).toMatchObject({ outcome: 'applied', counts: { change: 1 } });
    expect([own, other].map(site.seatsOf)).toEqual([['10'], ['3']]);
  });

  it.each([
    [true, []],
    [false, ['10']],
  ])('takes what is inherited for enough: %s', async (countsInherited, seats) => {
    const acme = site.addOrganization('Acme', 'Gold');
    const [ann] = site.addCustomers(1, acme);
    if (!ann) throw new Error('There is no customer.');
    site.entitle(acme);
    await site.begin({ countsInherited });
    expect(site.seatsOf(ann)).toEqual(seats);
  });

  it('keeps what it has granted where it does not revoke, and when it is deleted', async () => {
    const acme = site.addOrganization('Acme', 'Gold');
    const [ann] = site.addCustomers(1, acme);
    if (!ann) throw new Error('There is no customer.');
    const ruleId = await site.begin({ revokes: false });
    site.setTier(acme, 'Silver');
    expect((await site.nextRun(ruleId)).runs[0]).toMatchObject({ outcome: 'nothing' });
    await site.sandbox.settle(site.ada.call('rules.delete', { ruleId }));
    await site.sandbox.run(2 * 60 * 60_000);
    expect(site.seatsOf(ann)).toEqual(['10']);
    expect((await site.sandbox.settle(site.ada.call('rules.list', {}))).rules).toEqual([]);
  });
});

describe('a run of a rule that changes much', () => {
  it('waits for a person, who sees names, and goes on when it is approved', async () => {
    const acme = site.addOrganization('Acme', 'Gold');
    const customers = site.addCustomers(12, acme);
    const ruleId = await site.begin({ limits: { percent: 20, rows: 500 } });
    expect(customers.flatMap(site.seatsOf)).toHaveLength(12);
    for (const customer of customers.slice(0, 4)) site.leave(customer, acme);
    const waits = await site.nextRun(ruleId);
    expect(waits.run).toMatchObject({ phase: 'approval', counts: { revoke: 4 } });
    const { rules } = await site.sandbox.settle(site.ada.call('rules.attention', {}));
    expect(rules).toMatchObject([{ id: ruleId, why: 'approval' }]);
    expect((await site.changes(ruleId)).map(({ name, change }) => [name, change])).toEqual(
      [1, 2, 3, 4].map((number) => [`Customer ${number}`, 'revoke']),
    );
    await site.sandbox.run(24 * 60 * 60_000);
    expect(customers.flatMap(site.seatsOf)).toHaveLength(12);
    await site.sandbox.settle(site.ada.call('rules.approve', { ruleId, no: waits.run?.no ?? 0 }));
    await site.nextRun(ruleId);
    expect(customers.flatMap(site.seatsOf)).toHaveLength(8);
  });

  it('does nothing when it is refused, and asks again with the next run', async () => {
    const customers = site.addCustomers(3, site.addOrganization('Acme', 'Gold'));
    const ruleId = await site.begin({ limits: { percent: 100, rows: 2 } });
    const waits = await site.rule(ruleId);
    expect(waits.run?.phase).toBe('approval');
    await site.sandbox.settle(site.ada.call('rules.refuse', { ruleId, no: waits.run?.no ?? 0 }));
    expect(await outcomes(ruleId)).toEqual(['refused', 'preview']);
    expect((await site.nextRun(ruleId)).run?.phase).toBe('approval');
    expect(customers.flatMap(site.seatsOf)).toEqual([]);
  });

  it('leaves alone what was granted by hand while it waited', async () => {
    const acme = site.addOrganization('Acme', 'Gold');
    const customers = site.addCustomers(4, acme);
    const [ann] = customers;
    if (!ann) throw new Error('There is no customer.');
    const ruleId = await site.begin({ limits: { percent: 20, rows: 500 } });
    site.setTier(acme, 'Silver');
    const waits = await site.nextRun(ruleId);
    site.revokeAll(ann);
    site.entitle(ann);
    await site.sandbox.settle(site.ada.call('rules.approve', { ruleId, no: waits.run?.no ?? 0 }));
    expect((await site.nextRun(ruleId)).granted).toBe(0);
    expect(customers.map(site.seatsOf)).toEqual([['none'], [], [], []]);
  });
});

describe('a rule beside an import', () => {
  it('waits for its end', async () => {
    const customers = site.addCustomers(2, site.addOrganization('Acme', 'Gold'));
    const ruleId = await site.create();
    site.sandbox.site.settings.taskMsPerRow = 20_000;
    const jobId = await site.start(100);
    await site.sandbox.settle(site.ada.call('rules.switchOn', { ruleId }));
    await site.sandbox.run(20 * 60_000);
    expect((await site.rule(ruleId)).run).toMatchObject({ phase: 'reading', read: { organizations: 0 } });
    await site.finish(jobId);
    await site.nextRun(ruleId);
    expect(customers.map(site.seatsOf)).toEqual([['10'], ['10']]);
  });
});
