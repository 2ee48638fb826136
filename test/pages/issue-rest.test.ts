import { altered, failing, held, withoutCustomerParts } from '../support/page/between';
import type { OrganizationName } from '../../src/contract/customers';
import type { ProfileEntitlement } from '../../src/contract/profile/views';
import { ADA } from '../support/console';
import { IssueInNode } from '../support/page/issue';
import { entitledTo, entitlement, inDays, memberOf, products } from '../support/profile-answers';

let issue: IssueInNode;
beforeAll(async () => {
  issue = await IssueInNode.start();
});
afterAll(() => issue.close());

/** The issue of the demo site whose customer is in three organizations: sandbox/csm/demo/issues.ts. */
const FULL = 'CARE-1';
const ORGANIZATION = { id: '4', name: 'Beacon Logistics Inc' };

const fold = (title: string) => issue.getByRole('button', { name: `details of ${title}` });

async function shownWith(
  resolver: string,
  alter: (data: unknown) => object,
  during: () => Promise<void>,
): Promise<void> {
  await altered(issue, resolver, alter, async () => {
    await issue.open(FULL, ADA);
    await issue.says('2 other open issues');
    await during();
  });
}

/** Opens the issue of a customer who is entitled to these. */
const openEntitled = (entitlements: ProfileEntitlement[], during: () => Promise<void>): Promise<void> =>
  shownWith('profile.rest', entitledTo(entitlements), during);

/** Opens the issue of a customer who is in these organizations, of which the site tells nothing more. */
const openIn = (organizations: OrganizationName[], during: () => Promise<void>): Promise<void> =>
  shownWith('profile.open', memberOf(organizations), during);

describe('the organizations of the customer', () => {
  it('can be unfolded before their details are there', async () => {
    await held(issue, 'profile.rest', async (release) => {
      await issue.open(FULL, ADA);
      await fold(ORGANIZATION.name).click();
      await issue.says(`Loading the details of ${ORGANIZATION.name}`);
      release();
      await issue.says('Industry');
      await issue.focused(fold(ORGANIZATION.name));
    });
  });

  it('say so where the site leaves out their details', async () => {
    await openIn([{ id: '999999', name: 'Left Out Ltd' }], async () => {
      await issue.unfold('Left Out Ltd');
      await issue.says('Not visible to you.');
    });
  });

  it('say so where their details could not be loaded, alone or with all the rest', async () => {
    await withoutCustomerParts(issue, async () => {
      await issue.open(FULL, ADA);
      await issue.unfold(ORGANIZATION.name);
      await issue.says('Organization details couldn’t be loaded');
      await issue.says('Couldn’t be loaded.');
    });
    await failing(issue, 'profile.rest', async () => {
      await issue.open(FULL, ADA);
      await issue.unfold(ORGANIZATION.name);
      await issue.says('The rest couldn’t be loaded');
      await issue.says('Couldn’t be loaded.');
    });
  });

  it('are not all shown at first where they are many, nor the details of all', async () => {
    const organizations = Array.from({ length: 26 }, (_, index) => ({ id: `${index}`, name: `Branch ${index + 1}.` }));
    await openIn(organizations, async () => {
      await issue.soon(() => issue.getByText(/^Branch/).count(), 8);
      await issue.button('Show 18 more organizations').click();
      await issue.focused(issue.button('Show fewer organizations'));
      await issue.unfold('Branch 25.');
      await issue.says('Not visible to you.');
      await issue.unfold('Branch 26.');
      await issue.says('Details are loaded only for the first 25 organizations.');
    });
  });
});

describe('what the customer is entitled to', () => {
  const titles = () => issue.getByText(/^(Product|Widget)/).texts();
  /** Of the sandbox's time, which begins with the first test. */
  const ended = () => ({ endsOn: inDays(-20) });
  const inherited = { organizationId: ORGANIZATION.id };

  it('begins with what has ended and what ends soon, the customer’s own before that of organizations', async () => {
    const own = [
      ...products(2),
      entitlement('Product soon', { endsOn: inDays(12) }),
      entitlement('Product old', ended()),
    ];
    const through = [entitlement('Widget', inherited), entitlement('Widget old', { ...inherited, ...ended() })];
    await openEntitled([...through, ...own], () =>
      issue.soon(titles, ['Product old', 'Product soon', 'Product 1', 'Product 2', 'Widget old', 'Widget']),
    );
  });

  it('says of the rest how many have ended or end soon', async () => {
    const rest = [
      entitlement('Widget old', { ...inherited, ...ended() }),
      entitlement('Widget soon', { ...inherited, endsOn: inDays(2) }),
      entitlement('Widget', inherited),
    ];
    await openEntitled([...products(8), ...rest], async () => {
      await issue.button('Show 3 more products').waitFor();
      await issue.says('1 of them ended');
      await issue.says('1 of them ends soon');
    });
    const old = products(8).map((each) => ({ ...each, ...ended() }));
    await openEntitled([...old, entitlement('Widget')], () => issue.says('None of them ended'));
    await openEntitled(products(9), async () => {
      await issue.button('Show 1 more product').waitFor();
      expect(issue.getByText(/of them/).count()).toBe(0);
    });
  });
});
