import type { Locator, Page } from 'playwright-core';

const USERS = { ada: /^Ada/, gil: /^Gil/, nora: /^Nora/ } as const;

export type SandboxUser = keyof typeof USERS;

/** Drives the sandbox's pages of issues, and the app's profile on them, as an agent does. */
export class IssuePage {
  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {}

  async open(key: string): Promise<void> {
    await this.page.goto(`${this.url}browse/${key}`);
  }

  async list(): Promise<void> {
    await this.page.goto(`${this.url}issues/`);
  }

  async signInAs(user: SandboxUser): Promise<void> {
    const users = this.page.getByLabel('Signed in as');
    const label = await users.locator('option').filter({ hasText: USERS[user] }).innerText();
    await users.selectOption({ label });
  }

  /** The profile at the right of the issue, which is open from the start. */
  get context(): Locator {
    return this.page.getByRole('region', { name: 'Customer (context)' });
  }

  /** The profile in the middle of the issue, once it was added. */
  get panel(): Locator {
    return this.page.getByRole('region', { name: 'Customer (panel)' });
  }

  async addPanel(): Promise<void> {
    await this.page.locator('main .issue-buttons').getByRole('button', { name: 'Customer' }).click();
  }

  /** Waits for words of the profile at the right. */
  async says(words: string | RegExp): Promise<void> {
    await this.context.getByText(words).first().waitFor();
  }

  /** A button of the profile, at the right where nothing else is said. */
  button(name: string | RegExp, where = this.context): Locator {
    return where.getByRole('button', { name, exact: true });
  }

  /** The heading of the profile at the right that names a person. */
  heading(name: string): Locator {
    return this.context.getByRole('heading', { name, exact: true });
  }

  /** The control of a field whose value is edited. */
  value(field: string, where = this.context): Locator {
    return where.getByLabel(field, { exact: true });
  }

  /** Opens the editor of a field, and enters something else. */
  async edit(field: string, text: string, where = this.context): Promise<void> {
    await this.button(`Edit ${field}`, where).click();
    await this.value(field, where).fill(text);
  }

  /** Waits until a button of the profile at the right has the focus. */
  async focused(name: string): Promise<void> {
    await this.button(name).and(this.page.locator(':focus')).waitFor();
  }

  /** A fold of the profile at the right: an organization or an entitlement. */
  async unfold(title: string): Promise<void> {
    await this.context.getByRole('button', { name: `Show the details of ${title}` }).click();
  }
}
