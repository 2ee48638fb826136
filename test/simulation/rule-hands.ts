import { entitle, entitlementsOf, joinOrganization, leaveOrganization } from '../../sandbox/csm/associations';
import { createCustomer, deleteCustomer } from '../../sandbox/csm/customers';
import { ORGANIZATIONS_PER_CUSTOMER } from '../../sandbox/csm/limits';
import type { Customer, Entitlement, Organization } from '../../sandbox/csm/model';
import type { SiteState } from '../../sandbox/csm/state';
import { furnishForRule, goldSupport } from '../support/rule-site';

const OTHER_PRODUCT = { id: 'training', name: 'Training' };
const TIERS = ['Gold', 'Silver'];

/** People who work on a site beside a rule: they move customers, change organizations, and grant and revoke by hand. */
export class Hands {
  /** The entitlements that they have granted and not revoked, with the seats that they gave them. */
  readonly granted = new Map<string, string | undefined>();
  #customers = 0;

  constructor(
    private readonly state: SiteState,
    private readonly random: () => number,
  ) {}

  furnish(): void {
    furnishForRule(this.state);
    this.state.products.add({ ...OTHER_PRODUCT });
    const organizations = 1 + this.#below(this.random() < 0.2 ? 40 : 6);
    for (let number = 1; number <= organizations; number += 1)
      this.state.organizations.add({
        ...{ id: String(number), name: `Organization ${number}`, customers: new Set() },
        details: new Map([['tier', [this.#one(TIERS) ?? '']]]),
      });
    for (let count = 1 + this.#below(120); count > 0; count -= 1) this.#add();
  }

  /** What people do within an hour or so. */
  work(): void {
    for (let things = this.#below(8); things > 0; things -= 1) this.#doOne();
  }

  #doOne(): void {
    const [customer, organization] = [
      this.#one(this.state.customers.values()),
      this.#one(this.state.organizations.values()),
    ];
    const dice = this.random();
    if (organization !== undefined && dice < 0.1) organization.details.set('tier', [this.#one(TIERS) ?? '']);
    else if (dice < 0.2) this.#add();
    else if (customer === undefined || organization === undefined) return;
    else if (dice < 0.4) this.#join(customer, organization);
    else if (dice < 0.6) this.#leave(customer);
    else if (dice < 0.65) this.#delete(customer);
    else if (dice < 0.75) this.#grant({ id: customer.id, type: 'CUSTOMER' }, goldSupport.product.id);
    else if (dice < 0.78) this.#grant({ id: organization.id, type: 'ORGANIZATION' }, goldSupport.product.id);
    else if (dice < 0.85) this.#grant({ id: customer.id, type: 'CUSTOMER' }, OTHER_PRODUCT.id);
    else if (dice < 0.9) this.#revoke();
    else if (dice < 0.96) this.#replace();
    else this.#change();
  }

  #add(): void {
    this.#customers += 1;
    const made = createCustomer(this.state, { email: `c${this.#customers}@example.com` }, 0);
    if (made instanceof Error) throw made;
    const organization = this.#one(this.state.organizations.values());
    if (organization !== undefined && this.random() < 0.8) this.#join(made, organization);
  }

  #join(customer: Customer, organization: Organization): void {
    if (customer.organizations.size < ORGANIZATIONS_PER_CUSTOMER)
      joinOrganization(this.state, customer, organization.id);
  }

  #leave(customer: Customer): void {
    const [id = ''] = customer.organizations;
    const organization = this.state.organizations.get(id);
    if (organization !== undefined) leaveOrganization(customer, organization);
  }

  #delete(customer: Customer): void {
    for (const { id } of entitlementsOf(this.state, customer.id)) this.granted.delete(id);
    deleteCustomer(this.state, customer);
  }

  #grant(holder: Entitlement['entity'], productId: string): void {
    // The site refuses a second one.
    for (const one of entitlementsOf(this.state, holder.id)) if (one.productId === productId) return;
    const made = entitle(this.state, holder, productId);
    if (made instanceof Error) throw made;
    const seats = this.random() < 0.5 ? '3' : undefined;
    if (seats !== undefined) made.details.set('seats', [seats]);
    this.granted.set(made.id, seats);
  }

  /** Whoever has granted it. */
  #revoke(): Entitlement | undefined {
    const one = this.#one(this.state.entitlements.values());
    this.state.entitlements.delete(one?.id ?? '');
    this.granted.delete(one?.id ?? '');
    return one;
  }

  /** An entitlement gives way to another one, with values of its own. */
  #replace(): void {
    const one = this.#revoke();
    if (one !== undefined) this.#grant(one.entity, one.productId);
  }

  #change(): void {
    const one = this.#one(this.state.entitlements.values());
    if (one === undefined) return;
    one.details.set('seats', ['3']);
    if (this.granted.has(one.id)) this.granted.set(one.id, '3');
  }

  #below(count: number): number {
    return Math.floor(this.random() * count);
  }

  #one<T>(of: Iterable<T>): T | undefined {
    const all = [...of];
    return all[this.#below(all.length)];
  }
}
