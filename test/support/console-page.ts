import type { Locator, Page } from 'playwright-core';

/** Drives the pages of the console as a person does. */
export class ConsolePage {
  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {}

  /** Goes to an address of the console, such as `customers/new`. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.url}jira/settings/apps/csm-console/${path}`);
  }

  /** Waits until the console is at an address, given with its parts decoded. */
  async at(path: string): Promise<void> {
    await this.page.waitForURL(({ pathname }) => decodeURIComponent(pathname).endsWith(`/csm-console/${path}`));
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The question or form that is open before the page. */
  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  inDialog(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }

  /** What is told in the corner of the product. */
  flag(words: string): Locator {
    return this.page.getByRole('alert').getByText(words);
  }

  /** What the page's own part shows, without the product around it. */
  text(words: string | RegExp): Locator {
    return this.page.locator('main').getByText(words).first();
  }

  /** Chooses from a list by typing. */
  async choose(label: string, option: string): Promise<void> {
    const field = this.page.getByRole('combobox', { name: label, exact: true });
    await field.fill(option);
    await this.page.getByRole('option', { name: option, exact: true }).waitFor();
    await field.press('Enter');
  }

  /** Types a text and presses a button in one go, before the console can have answered to the first of the two. */
  async typeAndPress(control: Locator, text: string, button: Locator): Promise<void> {
    const pressed = await button.elementHandle();
    await control.evaluate(
      (input: HTMLInputElement, given) => {
        const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
        value?.set?.call(input, given.text);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        if (given.pressed instanceof HTMLElement) given.pressed.click();
      },
      { text, pressed },
    );
  }

  /** Waits until the element has the focus, whichever element that is by then. */
  async focused(target: Locator): Promise<void> {
    await target.and(this.page.locator(':focus')).waitFor();
  }
}
