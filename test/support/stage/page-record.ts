import type { Page, Request } from 'playwright-core';
import { pageFaults } from './page-faults';

/** Writes down what one page says, what it asks for and what becomes of that. */
export class PageRecord {
  /** All that its console said, in order. */
  private readonly said: string[] = [];
  private readonly errors: string[] = [];
  /** Its requests, in order, each with what became of it: null while it is on its way. */
  private readonly outcomes = new Map<Request, string | null>();

  constructor(private readonly page: Page) {
    page.on('console', (message) => {
      this.said.push(`${message.type()}: ${message.text()}`);
      if (message.type() === 'error') this.errors.push(message.text());
    });
    page.on('pageerror', (error) => {
      this.said.push(`uncaught: ${error.stack ?? error.message}`);
      this.errors.push(error.message);
    });
    const { outcomes } = this;
    page.on('request', (request) => outcomes.set(request, null));
    page.on('response', (response) => outcomes.set(response.request(), String(response.status())));
    page.on('requestfailed', (request) => outcomes.set(request, request.failure()?.errorText ?? 'failed'));
  }

  /** The errors that the page reported, without those that only tell that it went while a call was on its way. */
  faults(): string[] {
    const fetches = [...this.outcomes].filter(([request]) => request.resourceType() === 'fetch');
    return pageFaults(
      this.errors,
      fetches.map(([, outcome]) => outcome),
    );
  }

  /** Those requests that had no answer, each with the reason. */
  unanswered(): string[] {
    return [...this.outcomes].filter(([request]) => request.failure() !== null).map(described);
  }

  /** What it said and asked for, to be read by people. */
  text(): string {
    const requests = [...this.outcomes].map(described);
    return [this.page.url(), '', 'Console', ...this.said, '', 'Requests', ...requests, ''].join('\n');
  }

  /** Writes a picture of the page as it is, if it is still open. */
  async picture(path: string): Promise<void> {
    if (!this.page.isClosed()) await this.page.screenshot({ path });
  }
}

const described = ([request, outcome]: [Request, string | null]): string =>
  `${outcome ?? 'no answer yet'} ${request.method()} ${request.url()} ${request.postData() ?? ''}`.trimEnd();
