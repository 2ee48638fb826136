import type { NamedChange, RuleSettings, RuleView } from '../../src/contract/rules';
import { entitle, joinOrganization, leaveOrganization } from '../../sandbox/csm/associations';
import { createCustomer } from '../../sandbox/csm/customers';
import type { Customer, Organization } from '../../sandbox/csm/model';
import type { SiteState } from '../../sandbox/csm/state';
import { type ImportSite, importSite, MINUTE_MS } from './import-site';

const product = { id: 'support', name: 'Support Plus' };
const HOUR_MS = 60 * MINUTE_MS;

/** Whoever is in a Gold organization gets Support Plus with ten seats, and loses it again. */
export const goldSupport: RuleSettings = {
  name: 'Gold support',
  condition: { field: 'Tier', values: ['Gold'] },
  product,
  values: [{ name: 'Seats', values: ['10'] }],
  countsInherited: true,
  revokes: true,
  limits: { percent: 100, rows: 500 },
  schedule: { every: 'hour' },
  timeZone: 'Europe/Berlin',
};

export interface RuleSite extends ImportSite {
  /** Creates a rule as Ada, and lets time pass until its preview is there. */
  create(settings?: Partial<RuleSettings>): Promise<string>;
  /** Creates a rule, switches it on, and lets time pass until its first run has ended or waits. */
  begin(settings?: Partial<RuleSettings>): Promise<string>;
  switchOn(ruleId: string): Promise<RuleView>;
  rule(ruleId: string): Promise<RuleView>;
  changes(ruleId: string): Promise<NamedChange[]>;
  /** Lets time pass until a run that is due after now has ended, waits, or has stopped for a person. */
  nextRun(ruleId: string): Promise<RuleView>;
  addOrganization(name: string, tier: string): Organization;
  /** New customers, so many, in an organization. */
  addCustomers(count: number, organization: Organization): Customer[];
  setTier(organization: Organization, tier: string): void;
  join(customer: Customer, organization: Organization): void;
  leave(customer: Customer, organization: Organization): void;
  /** Entitles a customer or an organization to Support Plus as somebody does by hand. Answers with its id. */
  entitle(holder: Customer | Organization): string;
  /** Revokes by hand what a customer is entitled to. */
  revokeAll(customer: Customer): void;
  /** What a customer is entitled to directly, each with its seats. */
  seatsOf: (customer: Customer) => string[];
}

/** Gives a site the product, the organization field and the entitlement field that the rule names. */
export function furnishForRule({ fields, products }: SiteState): void {
  const everyone = { view: 'everyone', edit: 'everyone' } as const;
  fields.organization.add({ id: 'tier', name: 'Tier', type: 'SELECT', options: ['Gold', 'Silver'], ...everyone });
  fields.entitlement.add({ id: 'seats', name: 'Seats', type: 'NUMBER', options: [], ...everyone });
  products.add({ ...product });
}

/** A site with a product, an organization field and an entitlement field, its administrator Ada at the console. */
export async function ruleSite(): Promise<RuleSite> {
  const site = await importSite();
  const { sandbox, ada } = site;
  const state = (): SiteState => sandbox.site.state();
  furnishForRule(state());
  const rule = async (ruleId: string) => (await sandbox.settle(ada.call('rules.get', { ruleId }))).rule;
  const settled = async (ruleId: string, isThere: (now: RuleView) => boolean): Promise<RuleView> => {
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      const now = await rule(ruleId);
      const rests = now.run === null || now.run.phase === 'approval' || now.parked !== null;
      if (rests && isThere(now)) return now;
      await sandbox.run(MINUTE_MS);
    }
    const logs = sandbox.platform.logs.slice(-6).map(({ text }) => text);
    throw new Error(
      `The rule did not come to rest within a day. ${JSON.stringify((await rule(ruleId)).run)} ${logs.join(' | ')}`,
    );
  };
  const hasStopped = ({ run, parked }: RuleView): boolean => run !== null || parked !== null;
  const create: RuleSite['create'] = async (settings = {}) => {
    const request = { settings: { ...goldSupport, ...settings } };
    const { id } = (await sandbox.settle(ada.call('rules.create', request))).rule;
    await settled(id, (now) => now.isPreviewed || now.runs.length > 0 || hasStopped(now));
    return id;
  };
  const switchOn: RuleSite['switchOn'] = async (ruleId) => {
    const before = await rule(ruleId);
    await sandbox.settle(ada.call('rules.switchOn', { ruleId }));
    return settled(ruleId, (now) => now.runs.length > before.runs.length || hasStopped(now));
  };
  let customers = 0;
  return {
    ...site,
    create,
    switchOn,
    rule,
    async begin(settings) {
      const id = await create(settings);
      await switchOn(id);
      return id;
    },
    changes: async (ruleId) => (await sandbox.settle(ada.call('rules.changes', { ruleId }))).changes,
    async nextRun(ruleId) {
      const { runs } = await rule(ruleId);
      await sandbox.run(HOUR_MS);
      return settled(ruleId, (now) => now.runs.length > runs.length || hasStopped(now));
    },
    addOrganization(name, tier) {
      const id = String(state().organizations.size + 1);
      return state().organizations.add({ id, name, details: new Map([['tier', [tier]]]), customers: new Set() });
    },
    addCustomers: (count, organization) =>
      Array.from({ length: count }, () => {
        customers += 1;
        const from = { email: `c${customers}@example.com`, displayName: `Customer ${customers}` };
        const customer = createCustomer(state(), from, 0);
        if (customer instanceof Error) throw customer;
        joinOrganization(state(), customer, organization.id);
        return customer;
      }),
    setTier: (organization, tier) => organization.details.set('tier', [tier]),
    join: (customer, organization) => joinOrganization(state(), customer, organization.id),
    leave: leaveOrganization,
    entitle(holder) {
      const type = 'email' in holder ? 'CUSTOMER' : 'ORGANIZATION';
      const made = entitle(state(), { id: holder.id, type }, product.id);
      if (made instanceof Error) throw made;
      return made.id;
    },
    revokeAll(customer) {
      for (const [id, { entity }] of state().entitlements)
        if (entity.id === customer.id) state().entitlements.delete(id);
    },
    seatsOf: ({ id }) =>
      [...state().entitlements.values()]
        .filter(({ entity }) => entity.id === id)
        .map(({ details }) => (details.get('seats') ?? ['none']).join()),
  };
}
