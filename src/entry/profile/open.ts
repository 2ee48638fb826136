import type { ProfileSettings } from '../../contract/profile/settings';
import { type CustomerContent, MAX_ORGANIZATIONS, type Person, type PersonView } from '../../contract/profile/views';
import type { CustomerOrganization } from '../../csm/contract/schemas.gen';
import { detailValuesOf } from '../../csm/detail-values';
import { arrange, readOnlyFields } from '../../domain/profile/arrange';
import { canBeCustomer } from '../../domain/profile/person';
import { systemClock } from '../../platform/clock';
import { SiteError } from '../../platform/http/site-error';
import type { Visit } from '../define';
import { part } from '../part';
import type { ProfileHandler } from './handler';
import { personOf, readIssue } from './issue';
import { PATIENCE } from './patience';
import { readProfileSettings } from './settings';
import { type Pass, Statements } from './statements';

/** Two calls of the site, one after the other: the issue, then its reporter. What the app stores is read beside them. */
export const open: ProfileHandler<'profile.open'> = async ({ issueKey }, visit) => {
  const readAt = systemClock.now();
  const stored = readProfileSettings();
  const statements = Statements.of(visit);
  // The issue decides: what it rejects with is what is answered, whatever becomes of the others.
  const [issue] = await Promise.all([readIssue(visit, issueKey), stored, statements]);
  const { key, reporter } = issue;
  if (reporter === null) return { issueKey: key, reporter: null };
  const shown = await view(
    personOf(reporter),
    { issueKey: key, readAt },
    visit,
    (await stored).settings,
    await statements,
  );
  return { issueKey: key, reporter: shown };
};

/** One call of the site: the pass says that this visitor has read the issue, and whom it names. */
export const person: ProfileHandler<'profile.person'> = async ({ pass }, visit) => {
  const [stored, statements] = await Promise.all([readProfileSettings(), Statements.of(visit)]);
  const named = statements.readPass(pass);
  return view(named.person, named, visit, stored.settings, statements);
};

async function view(
  shown: Person,
  { issueKey, readAt }: Pick<Pass, 'issueKey' | 'readAt'>,
  { csm }: Visit,
  settings: ProfileSettings,
  statements: Statements,
): Promise<PersonView> {
  const customer = await part('profile.open', readCustomer(csm, shown.id, settings));
  const proof = statements.proof({
    issueKey,
    readAt,
    personId: shown.id,
    isCustomer: canBeCustomer({ customer }),
    organizationIds: customer.ok ? (customer.data?.organizations ?? []).slice(0, MAX_ORGANIZATIONS).map(idOf) : [],
  });
  return { person: shown, customer, proof };
}

const idOf = ({ id }: { id: string }): string => id;

/** Null for somebody who is no customer. Rejects with SiteError. */
async function readCustomer(
  csm: Visit['csm'],
  customerId: string,
  { customer: rules, entitlementEnd }: ProfileSettings,
): Promise<CustomerContent | null> {
  try {
    const { name, details, organizations } = await csm.call('get-customer', { path: { customerId }, ...PATIENCE });
    return {
      name,
      fields: arrange(detailValuesOf(details), rules),
      readOnly: readOnlyFields(rules),
      knowsEnds: entitlementEnd !== null,
      organizations: named(organizations),
    };
  } catch (error) {
    if (error instanceof SiteError && error.kind === 'not-found') return null;
    throw error;
  }
}

/** An organization without a name is called by its id. */
function named(organizations: readonly CustomerOrganization[] = []): CustomerContent['organizations'] {
  return organizations.flatMap(({ id, name }) => (id === undefined ? [] : [{ id, name: name ?? id }]));
}
