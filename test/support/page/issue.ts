import * as v from 'valibot';
import { findIssue } from '../../../sandbox/jira/issues/access';
import { ISSUE_TYPE, PROJECT } from '../../../sandbox/jira/issues/fields';
import { GIL } from '../console';
import { AppInNode, partsOf } from './app-in-node';
import type { Located, Words } from './located';

const customerSchema = v.object({
  details: v.array(v.object({ name: v.string(), values: v.optional(v.array(v.string()), []) })),
});

/** The customer's profile at the right of an issue, in Node, used as `IssuePage` does in a browser. */
export class IssueInNode extends AppInNode {
  static async start(): Promise<IssueInNode> {
    return new IssueInNode(await partsOf(() => import('../../../src/ui/customer-profile/App')));
  }

  /** Opens an issue of the demo site for a person: an agent unless given. */
  async open(key: string, accountId = GIL): Promise<void> {
    const issue = findIssue(this.parts.sandbox.site.state(), key);
    if (issue === undefined) throw new Error(`The demo site has no issue ${key}.`);
    const { name, id: typeId } = ISSUE_TYPE;
    const extension = { type: 'jira:issueContext', issue: { id: issue.id, key, type: name, typeId }, project: PROJECT };
    await this.load({ seat: { moduleKey: 'customer-profile-context', extension }, path: '', accountId });
  }

  /** Waits for words of the profile. */
  says = (words: Words): Promise<void> => this.text(words).waitFor();

  heading = (name: string): Located => this.getByRole('heading', { name, exact: true });

  /** The control of a field whose value is edited. */
  value = (field: string): Located => this.getByLabel(field, { exact: true });

  /** Opens the editor of a field, and enters something else. */
  async edit(field: string, text: string): Promise<void> {
    await this.button(`Edit ${field}`).click();
    await this.value(field).fill(text);
  }

  /** A fold of the profile: an organization or an entitlement. */
  async unfold(title: string): Promise<void> {
    await this.getByRole('button', { name: `Show the details of ${title}` }).click();
  }

  /** Another administrator sets a field of the customer whose profile is shown. */
  async setElsewhere(field: string, values: string[]): Promise<void> {
    await this.site('PUT', `${await this.customerPath()}/details?fieldName=${encodeURIComponent(field)}`, { values });
  }

  /** What the site holds in a field of the customer whose profile is shown; nothing is the empty text. */
  async storedValue(field: string): Promise<string> {
    const { details } = v.parse(customerSchema, await this.site('GET', await this.customerPath()));
    return details.find(({ name }) => name === field)?.values[0] ?? '';
  }

  async deleteCustomer(): Promise<void> {
    await this.site('DELETE', (await this.customerPath()).replace('customer/', 'customer/account/'));
  }

  private async customerPath(): Promise<string> {
    return `customer/${encodeURIComponent(await this.value('Customer ID').inputValue())}`;
  }
}
