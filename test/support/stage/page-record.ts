import type { Page, Request } from 'playwright-core';

/** What a page reported and asked for between two loads of it: what goes when it is left. */
interface Visit {
  errors: { text: string; whileLeaving: boolean }[];
  requests: Request[];
}

/** What fetch rejects with where there was no answer, whyever. */
const NO_ANSWER = /Failed to fetch/;
/** What the browser says of a request that it gave up itself. */
const GIVEN_UP = 'net::ERR_ABORTED';

/** Writes down what one page says, what it asks for and what becomes of that. */
export class PageRecord {
  /** All that its console said, in order. */
  private readonly said: string[] = [];
  /** Its requests, in order, each with what became of it. */
  private readonly outcomes = new Map<Request, string>();
  private visit: Visit = { errors: [], requests: [] };
  private readonly visits = [this.visit];
  private isLeaving = false;

  constructor(private readonly page: Page) {
    page.on('console', (message) => {
      this.said.push(`${message.type()}: ${message.text()}`);
      if (message.type() === 'error') this.report(message.text());
    });
    page.on('pageerror', (error) => {
      this.said.push(`uncaught: ${error.stack ?? error.message}`);
      this.report(error.message);
    });
    this.followRequests();
    page.on('domcontentloaded', () => this.arrive());
    this.leaveWhenTold();
  }

  /** From now on the page is about to go: to another document, or to be closed. */
  leave(): void {
    this.isLeaving = true;
  }

  /** The errors that the page reported, without those that only tell that it went while a call was on its way. */
  faults(): string[] {
    let leftBehind = 0;
    return this.visits.flatMap(({ errors, requests }) => {
      // What the old document leaves behind can be told when the new one has been read already: once for each request.
      let late = leftBehind;
      leftBehind = requests.filter((request) => this.wentWithPage(request)).length;
      return errors.flatMap(({ text, whileLeaving }) => {
        if (!NO_ANSWER.test(text)) return [text];
        if (whileLeaving && leftBehind > 0) return [];
        late -= 1;
        return late < 0 ? [text] : [];
      });
    });
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

  private followRequests(): void {
    const { page, outcomes } = this;
    const loads = (request: Request) => request.isNavigationRequest() && request.frame() === page.mainFrame();
    page.on('request', (request) => {
      if (loads(request)) this.leave();
      this.visit.requests.push(request);
      outcomes.set(request, ON_ITS_WAY);
    });
    page.on('response', (response) => outcomes.set(response.request(), String(response.status())));
    page.on('requestfailed', (request) => {
      outcomes.set(request, request.failure()?.errorText ?? 'failed');
      // A download, for one, begins as if the page were left for it.
      if (loads(request)) this.isLeaving = false;
    });
  }

  /** The page is on its way out as soon as it is told to go, before the browser says so. */
  private leaveWhenTold(): void {
    const { page } = this;
    const [goto, reload, close] = [page.goto.bind(page), page.reload.bind(page), page.close.bind(page)];
    const leaving =
      <Options extends unknown[], Result>(go: (...options: Options) => Promise<Result>) =>
      (...options: Options): Promise<Result> => {
        this.leave();
        return go(...options);
      };
    page.goto = leaving(goto);
    page.reload = leaving(reload);
    page.close = leaving(close);
  }

  private report(text: string): void {
    this.visit.errors.push({ text, whileLeaving: this.isLeaving });
  }

  private arrive(): void {
    this.isLeaving = false;
    this.visit = { errors: [], requests: [] };
    this.visits.push(this.visit);
  }

  private wentWithPage(request: Request): boolean {
    const outcome = this.outcomes.get(request);
    return request.resourceType() === 'fetch' && (outcome === GIVEN_UP || outcome === ON_ITS_WAY);
  }
}

const ON_ITS_WAY = 'no answer yet';

const described = ([request, outcome]: [Request, string]): string =>
  `${outcome} ${request.method()} ${request.url()} ${request.postData() ?? ''}`.trimEnd();
