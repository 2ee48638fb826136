import type { RuleChange } from '../../../src/contract/rules';
import type { Customer, Organization } from '../../../sandbox/csm/model';
import { type RuleSite, ruleSite } from '../../support/rule-site';
import { undo } from '../../support/undo';

let site: RuleSite;
let acme: Organization;
let customers: Customer[];
beforeEach(async () => {
  site = await ruleSite();
  acme = site.addOrganization('Acme', 'Gold');
  customers = site.addCustomers(3, acme);
});
afterEach(() => site.close());

const seats = () => customers.map(site.seatsOf);
const call: RuleSite['ada']['call'] = (name, request) => site.sandbox.settle(site.ada.call(name, request));

/** Pauses a rule, and undoes the latest of its jobs that makes such a change. */
async function undoLast(ruleId: string, change: RuleChange) {
  await call('rules.pause', { ruleId });
  const operation = { grant: 'GRANT', change: 'UPDATE', revoke: 'REVOKE' }[change];
  const { jobs } = await call('jobs.list', { page: 0 });
  const made = jobs.find((job) => job.state !== 'unreadable' && job.operation === operation);
  expect(await site.job(made?.id ?? '')).toMatchObject({ ruleId, undo: 'yes' });
  return undo(site, made?.id ?? '');
}

describe('undoing a job of an entitlement rule', () => {
  it('revokes what it granted, which the rule grants again once it is resumed and calls its own', async () => {
    const ruleId = await site.begin();
    expect((await undoLast(ruleId, 'grant')).counts).toMatchObject({ revoke: 3, left: 0 });
    expect(seats()).toEqual([[], [], []]);
    expect(await site.switchOn(ruleId)).toMatchObject({ granted: 3, runs: [{ counts: { grant: 3 } }, {}, {}] });
    expect(seats()).toEqual([['10'], ['10'], ['10']]);
    site.setTier(acme, 'Silver');
    expect((await site.nextRun(ruleId)).granted).toBe(0);
    expect(site.sandbox.site.state().entitlements.size).toBe(0);
  });

  it('leaves the rule without what it granted, where it covers nobody any more', async () => {
    const ruleId = await site.begin();
    await undoLast(ruleId, 'grant');
    const [first] = customers;
    if (first) site.entitle(first);
    site.setTier(acme, 'Silver');
    expect(await site.switchOn(ruleId)).toMatchObject({ granted: 0, runs: [{ outcome: 'nothing' }, {}, {}] });
    expect(seats()).toEqual([['none'], [], []]);
  });

  it('grants again what it revoked, which is nobody’s to revoke from then on', async () => {
    const ruleId = await site.begin();
    site.setTier(acme, 'Silver');
    await site.nextRun(ruleId);
    expect(seats()).toEqual([[], [], []]);
    expect((await undoLast(ruleId, 'revoke')).counts).toMatchObject({ grant: 3, left: 0 });
    expect(seats()).toEqual([['10'], ['10'], ['10']]);
    expect((await site.switchOn(ruleId)).granted).toBe(0);
    expect(seats()).toEqual([['10'], ['10'], ['10']]);
  });

  it('puts back the values that it changed, which the rule changes again once it is resumed', async () => {
    const ruleId = await site.begin();
    for (const { details } of site.sandbox.site.state().entitlements.values()) details.set('seats', ['7']);
    await site.nextRun(ruleId);
    expect(seats()).toEqual([['10'], ['10'], ['10']]);
    expect((await undoLast(ruleId, 'change')).counts).toMatchObject({ back: 3, left: 0 });
    expect(seats()).toEqual([['7'], ['7'], ['7']]);
    expect((await site.switchOn(ruleId)).runs[0]).toMatchObject({ counts: { change: 3, failed: 0 } });
    expect(seats()).toEqual([['10'], ['10'], ['10']]);
  });
});
