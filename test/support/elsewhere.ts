import * as v from 'valibot';
import type { IssuePage } from './issue-page';
import { siteApi } from './site-api';

const customerSchema = v.object({
  details: v.array(v.object({ name: v.string(), values: v.optional(v.array(v.string()), []) })),
});

/** What another administrator does and sees elsewhere of the customer whose profile is shown. */
export class Elsewhere {
  private readonly site: ReturnType<typeof siteApi>;

  constructor(
    private readonly issue: IssuePage,
    url: string,
  ) {
    this.site = siteApi(url);
  }

  async set(field: string, values: string[]): Promise<void> {
    const path = `customer/${await this.customerId()}/details?fieldName=${encodeURIComponent(field)}`;
    await this.site('PUT', path, { values });
  }

  /** What the site holds in a field; nothing is the empty text. */
  async valueOf(field: string): Promise<string> {
    const { details } = v.parse(customerSchema, await this.site('GET', `customer/${await this.customerId()}`));
    return details.find(({ name }) => name === field)?.values[0] ?? '';
  }

  async deleteCustomer(): Promise<void> {
    await this.site('DELETE', `customer/account/${await this.customerId()}`);
  }

  /** As it stands in a path. */
  private async customerId(): Promise<string> {
    return encodeURIComponent(await this.issue.value('Customer ID').inputValue());
  }
}
