import type { IssuePage } from './issue-page';
import { siteApi } from './site-api';

/** What another administrator does elsewhere of the customer whose profile is shown. */
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

  /** As it stands in a path. */
  private async customerId(): Promise<string> {
    return encodeURIComponent(await this.issue.value('Customer ID').inputValue());
  }
}
