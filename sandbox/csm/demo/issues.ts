import { entitle, joinOrganization } from '../associations';
import type { Customer, Issue } from '../model';
import { Refusal } from '../refusal';
import { issueOf } from '../requests';
import { newCustomerId, type SiteState } from '../state';
import { findUser } from '../users';
import { setValues } from './values';

const DAY_MS = 86_400_000;

/**
 * The customers of the issues, by their place among the customers of the site. The first and the last are portal-only
 * accounts, the second is an Atlassian account, which keeps its e-mail to itself.
 */
const PLACES = { full: 2_991, hidden: 2_980, empty: 2_997 } as const;
const PARTICIPANT_PLACES = [2_992, 2_970] as const;
/** Beside the one that the customer is in already. */
const ORGANIZATIONS_JOINED = ['4', '17'] as const;

type Draft = Pick<Issue, 'summary' | 'reporterId'> & Partial<Issue> & { daysOld: number };

/**
 * A few issues, one for each case that a person meets on an issue. They are the same each time; their dates follow `now`,
 * so that one entitlement has always just ended and another is about to end.
 */
export function fillDemoIssues(state: SiteState, now: number): void {
  const customers = [...state.customers.values()];
  const at = (place: number): Customer => {
    const customer = customers[place];
    if (customer === undefined) throw new Error(`The demo site has no customer ${place}.`);
    return customer;
  };
  const full = at(PLACES.full);
  enrich(state, full, now);
  const empty = at(PLACES.empty);
  strip(state, empty);
  const participantIds = [...PARTICIPANT_PLACES.map((place) => at(place).id), accountOf('ada')];
  for (const draft of drafts(state, { full, hidden: at(PLACES.hidden), empty, participantIds })) {
    const { daysOld, ...rest } = draft;
    state.issues.add({
      ...issueOf(state.issues.size),
      description: '',
      participantIds: [],
      statusCategory: 'new',
      visibleTo: 'agent',
      createdAt: now - daysOld * DAY_MS,
      ...rest,
    });
  }
}

interface People {
  full: Customer;
  hidden: Customer;
  empty: Customer;
  participantIds: readonly string[];
}

function drafts(state: SiteState, { full, hidden, empty, participantIds }: People): Draft[] {
  return [
    {
      summary: 'Scanners drop off the network (customer with a full profile)',
      description: 'Since Monday the handheld scanners in hall 2 lose their connection every ten minutes.',
      reporterId: full.id,
      participantIds,
      statusCategory: 'indeterminate',
      daysOld: 2,
    },
    { summary: 'The invoice shows our old address (same customer)', reporterId: full.id, daysOld: 5 },
    { summary: 'How do I add a second warehouse? (same customer)', reporterId: full.id, daysOld: 9 },
    {
      summary: 'Training for four new colleagues (same customer, done)',
      reporterId: full.id,
      statusCategory: 'done',
      daysOld: 40,
    },
    {
      summary: 'Coffee machine in the support office is broken (reported by a colleague, no customer)',
      reporterId: accountOf('ada'),
      daysOld: 1,
    },
    { summary: 'Voicemail about a late delivery (nobody is named as reporter)', reporterId: null, daysOld: 3 },
    {
      summary: 'Please send me my last contract (the customer was deleted since)',
      reporterId: newCustomerId(state),
      daysOld: 200,
    },
    {
      summary: 'Complaint about an agent (only administrators may see it)',
      reporterId: hidden.id,
      visibleTo: 'administrator',
      daysOld: 4,
    },
    { summary: 'First question of a new customer (nothing is filled in)', reporterId: empty.id, daysOld: 0 },
    {
      summary: 'Can my credit limit be raised? (customer who hides the e-mail address)',
      reporterId: hidden.id,
      daysOld: 6,
    },
  ];
}

function accountOf(alias: string): string {
  const user = findUser(alias);
  if (user === undefined) throw new Error(`The site has no user ${alias}.`);
  return user.accountId;
}

/** Two more organizations, and entitlements of the customer's own: one that has ended, one that ends soon, one for long. */
function enrich(state: SiteState, customer: Customer, now: number): void {
  for (const id of ORGANIZATIONS_JOINED) joinOrganization(state, customer, id);
  setValues(state, 'customer', customer.details, {
    VIP: 'true',
    Website: 'https://warehouse.example',
    Interests: ['Beta program', 'Security notices'],
    Notes: 'Prefers to be called in the morning.',
  });
  const day = (days: number): string => new Date(now + days * DAY_MS).toISOString().slice(0, 10);
  const products = [...state.products.values()];
  for (const [index, days] of [-20, 12, 500].entries()) {
    const entitlement = entitle(state, { id: customer.id, type: 'CUSTOMER' }, products[index]?.id ?? '');
    if (entitlement instanceof Refusal) throw entitlement;
    setValues(state, 'entitlement', entitlement.details, {
      Plan: 'Gold',
      'Valid until': day(days),
      Licenses: String(index * 20 + 5),
      'Auto-renew': 'false',
    });
  }
}

/** Leaves nothing of a customer but name and e-mail address. */
function strip(state: SiteState, customer: Customer): void {
  customer.details.clear();
  for (const id of customer.organizations) state.organizations.get(id)?.customers.delete(customer.id);
  customer.organizations.clear();
}
