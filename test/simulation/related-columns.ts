import type { Site } from '../../sandbox/site';
import type { SiteState } from '../../sandbox/csm/state';
import type { ImportColumn } from '../../src/contract/imports';

const COMPANIES = ['1', '2', '3', '4'];
const PRODUCT = 'support';

/** Columns of an export of customers that go to their organization and to their entitlement. */
export class RelatedColumns {
  readonly columns: readonly ImportColumn[] = [
    { header: 'Company', target: { to: 'organization', by: 'id' } },
    { header: 'Industry', target: { to: 'organization-detail', field: 'Industry' } },
    { header: 'Product', target: { to: 'product', by: 'id' } },
    { header: 'Plan', target: { to: 'entitlement-detail', field: 'Plan' } },
  ];
  /** What all rows of a company say of it. */
  readonly #industries = new Map(COMPANIES.map((id) => [id, 'Retail']));

  constructor(
    private readonly state: SiteState,
    private readonly random: () => number,
  ) {}

  furnish(): void {
    const { fields, organizations, products } = this.state;
    const everyone = { view: 'everyone', edit: 'everyone' } as const;
    fields.organization.add({ id: 'industry', name: 'Industry', type: 'TEXT', options: [], ...everyone });
    fields.entitlement.add({ id: 'plan', name: 'Plan', type: 'TEXT', options: [], ...everyone });
    products.add({ id: PRODUCT, name: 'Support' });
    for (const id of COMPANIES)
      organizations.add({ id, name: `Company ${id}`, details: new Map(), customers: new Set() });
  }

  /** Some companies are in another industry by the next night. */
  change(): void {
    for (const id of COMPANIES)
      if (this.random() < 0.1) this.#industries.set(id, `Industry ${Math.floor(this.random() * 100)}`);
  }

  /** The cells of a record. A third of them have a plan, which goes with the region. */
  cellsOf(index: number, region: string): string[] {
    const company = companyOf(index);
    const hasPlan = index % 3 === 0;
    return [company, this.#industries.get(company) ?? '', hasPlan ? PRODUCT : '', hasPlan ? `Plan ${region}` : ''];
  }

  /** What the site holds otherwise than the export says of a record. */
  differences(index: number, region: string, customerId: string): string[] {
    const [company = '', industry, product, plan] = this.cellsOf(index, region);
    const { organizations, entitlements } = this.state;
    const broken: string[] = [];
    const found = organizations.get(company)?.details.get('industry')?.[0];
    if (found !== industry) broken.push(`company ${company} is in ${found ?? 'no industry'}, not ${industry ?? ''}`);
    if (product === '') return broken;
    const held = [...entitlements.values()].filter(({ entity }) => entity.id === customerId);
    const plans = held.map(({ details }) => details.get('plan')?.[0] ?? 'none');
    if (plans.join() !== plan) broken.push(`customer ${index} has ${plans.join() || 'nothing'}, not ${plan ?? ''}`);
    return broken;
  }
}

const companyOf = (index: number): string => COMPANIES[index % COMPANIES.length] ?? '';

/** The columns of a seed; null for most, whose exports say of customers alone. */
export const drawRelated = (site: Site, random: () => number): RelatedColumns | null =>
  random() < 0.4 ? new RelatedColumns(site.state(), random) : null;
