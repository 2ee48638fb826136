import { entitle, joinOrganization } from '../associations';
import type { Customer, Entitlement, Organization } from '../model';
import { Refusal } from '../refusal';
import { newCustomerId, type SiteState } from '../state';
import { createDraw, type Draw } from './draw';
import { addDefaultFields, addDemoFields, industries, interests, regions, services, tiers } from './fields';
import { companyForms, companyKinds, companyWords, familyNames, givenNames, productNames } from './names';
import { setValues } from './values';

export const DEMO_CUSTOMERS = 3_000;
export const DEMO_ORGANIZATIONS = 100;
const DEMO_SEED = 7;
/** One in so many customers has an Atlassian account; the others are portal-only. */
const ATLASSIAN_ACCOUNT_EVERY = 10;

/** Fills an empty site with the demo content, the same each time. Takes some tens of milliseconds. */
export function fillDemo(state: SiteState): void {
  const draw = createDraw(DEMO_SEED);
  addDemoFields(state);
  for (const name of productNames) state.products.add({ id: state.ids.uuid(), name });
  for (let index = 0; index < DEMO_ORGANIZATIONS; index += 1) addOrganization(state, draw, index);
  for (let index = 0; index < DEMO_CUSTOMERS; index += 1) addCustomer(state, draw, index);
  // Last, so that the ids of all else are what they were without them.
  addDefaultFields(state);
}

/** A name as it stands in an e-mail address or a domain. */
function plain(name: string): string {
  const letters = name.normalize('NFD').replaceAll('ø', 'o').replaceAll('ı', 'i');
  return letters.toLowerCase().replace(/[^a-z0-9]/gu, '');
}

function addOrganization(state: SiteState, draw: Draw, index: number): void {
  const word = companyWords[index % companyWords.length] ?? '';
  const kind = companyKinds[Math.floor(index / companyWords.length)] ?? '';
  const organization: Organization = {
    id: state.ids.number(),
    name: `${word} ${kind} ${draw.one(companyForms)}`,
    details: new Map(),
    customers: new Set(),
  };
  state.organizations.add(organization);
  const domain = `${plain(word)}-${plain(kind)}.example`;
  setValues(state, 'organization', organization.details, {
    Industry: draw.one(industries),
    Regions: draw.some(regions),
    Founded: draw.date(1950, 70),
    Switchboard: draw.phone(),
    Employees: String(draw.number(5, 20_000)),
    Strategic: String(draw.chance(0.2)),
    Homepage: `https://www.${domain}`,
    'Accounts email': `accounts@${domain}`,
    Address: `${draw.number(1, 200)} ${draw.one(familyNames)} Street`,
    'Contract value': String(draw.number(10, 900) * 1_000),
  });
  addEntitlements(state, draw, { id: organization.id, type: 'ORGANIZATION' }, draw.number(1, 3));
}

function addCustomer(state: SiteState, draw: Draw, index: number): void {
  const given = draw.one(givenNames);
  const family = draw.one(familyNames);
  const organization = draw.chance(0.8) ? String(draw.number(1, DEMO_ORGANIZATIONS)) : null;
  const email = `${plain(given)}.${plain(family)}.${index + 1}@customers.example`;
  const customer: Customer = {
    id: index % ATLASSIAN_ACCOUNT_EVERY === 0 ? `712020:${state.ids.uuid()}` : newCustomerId(state),
    email,
    displayName: `${given} ${family.replace('-', ' ')}`,
    createdAt: 0,
    details: new Map(),
    organizations: new Set(),
  };
  state.customers.add(customer);
  if (organization !== null) joinOrganization(state, customer, organization);
  setValues(state, 'customer', customer.details, {
    Region: draw.one(regions),
    Tier: draw.one(tiers),
    Since: draw.date(2012, 12),
    ...(draw.chance(0.9) && { Phone: draw.phone() }),
    Seats: String(draw.number(1, 500)),
    VIP: String(draw.chance(0.05)),
    ...(draw.chance(0.3) && { Website: `https://${plain(family)}.example` }),
    ...(draw.chance(0.5) && { 'Billing email': `billing.${email}` }),
    ...(draw.chance(0.6) && { Interests: draw.some(interests) }),
    ...(draw.chance(0.2) && { Notes: `Met at the ${draw.one(regions)} user day, "${draw.one(tiers)}" trial.` }),
    'Credit limit': String(draw.number(0, 50) * 500),
    'Legacy ID': `C-${index + 10_001}`,
  });
  if (draw.chance(0.1)) addEntitlements(state, draw, { id: customer.id, type: 'CUSTOMER' }, 1);
}

function addEntitlements(state: SiteState, draw: Draw, entity: Entitlement['entity'], count: number): void {
  const products = [...state.products.values()];
  const first = draw.number(0, products.length - 1);
  for (let index = 0; index < count; index += 1) {
    const product = products[(first + index) % products.length];
    if (product === undefined) return;
    const entitlement = entitle(state, entity, product.id);
    if (entitlement instanceof Refusal) throw entitlement;
    setValues(state, 'entitlement', entitlement.details, {
      Plan: draw.one(tiers),
      Services: draw.some(services),
      'Valid until': draw.date(2026, 4),
      Hotline: draw.phone(),
      Licenses: String(draw.number(1, 200)),
      'Auto-renew': String(draw.chance(0.5)),
      Agreement: `https://agreements.example/${entitlement.id.slice(0, 8)}`,
      Contact: `care.${draw.number(100, 999)}@customers.example`,
      Remarks: `Renewed ${draw.number(1, 5)} times`,
    });
  }
}
