import { ADA } from '../console';
import { AppInNode, partsOf } from './app-in-node';

/** The console's pages in Node, used as `ConsolePage` does in a browser. */
export class ConsoleInNode extends AppInNode {
  static async start(content: 'demo' | 'empty' = 'demo'): Promise<ConsoleInNode> {
    return new ConsoleInNode(await partsOf(() => import('../../../src/ui/admin/App'), content));
  }

  /** Loads the console at an address, such as `customers/new`, for a person: an administrator unless given. */
  async open(path: string, accountId = ADA): Promise<void> {
    const { key } = this.parts.sandbox.platform.manifest.adminPage;
    await this.load({ seat: { moduleKey: key, extension: { type: 'jira:adminPage' } }, path, accountId });
  }

  /** Waits until the console is at an address, given with its parts decoded. @returns it */
  async at(path: string | RegExp): Promise<string> {
    const isThere = () =>
      typeof path === 'string' ? this.shown.history.path === path : path.test(this.shown.history.path);
    await this.shown.until(isThere, () => `The page is not at ${String(path)}`);
    return this.shown.history.path;
  }

  async goBack(): Promise<void> {
    this.shown.history.go(-1);
    await this.followed();
  }

  /** A click on the product's sidebar, which leads to a section. */
  async sidebar(section: string): Promise<void> {
    this.shown.history.push(section);
    await this.followed();
  }

  /** Chooses a file in the file frame of the page. */
  async chooseFile(name: string, content: string | Buffer): Promise<void> {
    await this.shown.until(
      () => this.shown.fileFrame !== null,
      () => 'The page has no file frame',
    );
    this.shown.fileFrame?.choose(name, content);
    await this.followed();
  }

  /** Why the file frame cannot read the file that was chosen last; undefined where it can. */
  get refusedFile(): string | undefined {
    return this.shown.fileFrame?.refusal;
  }

  /** What the window is called, and so the tab and the entry of the browser's history. */
  get title(): string {
    return this.shown.host.title;
  }

  /** Waits for the file that `act` has the browser save, and answers with its name and its content. */
  async downloaded(act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
    const before = this.parts.downloads.count;
    await act();
    await this.shown.until(
      () => this.parts.downloads.count > before,
      () => 'Nothing was saved',
    );
    return this.parts.downloads.last();
  }

  async downloadedText(act: () => Promise<void>): Promise<string> {
    return (await this.downloaded(act)).bytes.toString('utf8');
  }
}
