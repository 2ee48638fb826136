import type { Download, Frame, FrameLocator, Page } from 'playwright-core';

/** Drives the wizard as an administrator would, one step a method. */
export class ImportWizard {
  constructor(private readonly page: Page) {}

  async open(url: string): Promise<void> {
    await this.page.goto(`${url}jira/settings/apps/csm-console/imports/new`);
    await this.button('Continue to the file').click();
  }

  /** The file frame, once it shows its drop zone. */
  async frame(): Promise<Frame> {
    await this.fileFrame().getByRole('button', { name: 'Choose a file' }).waitFor();
    const frame = this.page.frames().find((one) => one.url().includes('/file-frame/'));
    if (!frame) throw new Error('The page has no file frame.');
    return frame;
  }

  /** What stands in the file frame, whichever state it is in. */
  fileFrame(): FrameLocator {
    return this.page.frameLocator('iframe[src*="/file-frame/"]');
  }

  async choose(name: string, content: string | Buffer): Promise<void> {
    const frame = await this.frame();
    await frame.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  }

  /** Chooses a file of this machine, which can still change there. */
  async choosePath(path: string): Promise<void> {
    await this.frame();
    // Playwright would hand a copy of it to a browser that another process has started.
    const browser = await this.page.context().newCDPSession(this.page);
    const { root } = await browser.send('DOM.getDocument', { depth: -1, pierce: true });
    const input = fileInput(root);
    if (input === undefined) throw new Error('The page has no input for a file.');
    await browser.send('DOM.setFileInputFiles', { files: [path], backendNodeId: input.backendNodeId });
    await browser.detach();
  }

  async check(): Promise<void> {
    await this.button('Continue to the columns').click();
    await this.button('Check every row').click();
    await this.page.getByText('can be imported').waitFor();
  }

  async leaveOut(): Promise<void> {
    await this.page.getByText('Leave them out').click();
  }

  /** Starts the import of `rows` customers and answers with the path of its page. Keeping what was there takes a search a row. */
  async start(rows: number, keepsBefore = true): Promise<string> {
    await this.button('Continue to start').click();
    if (!keepsBefore) await this.page.getByRole('checkbox', { name: 'Keep what was there' }).uncheck();
    if (rows > 1_000) await this.page.getByLabel(`Type ${rows} to confirm`).fill(String(rows));
    await this.button(/^Import [\d,]+ customers?$/).click();
    await this.page.waitForURL(/imports\/(?!new)[^/]+$/);
    return new URL(this.page.url()).pathname;
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name });
  }
}

interface DomNode {
  nodeName: string;
  backendNodeId: number;
  attributes?: string[];
  children?: DomNode[];
  contentDocument?: DomNode;
}

/** The first input of a file in a document and the frames in it. */
function fileInput(node: DomNode): DomNode | undefined {
  if (node.nodeName === 'INPUT' && node.attributes?.includes('file') === true) return node;
  for (const inner of [...(node.children ?? []), ...(node.contentDocument ? [node.contentDocument] : [])]) {
    const found = fileInput(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

type JobCounts = Record<
  'Succeeded' | 'Partly' | 'Failed' | 'Unconfirmed' | 'Cancelled' | 'Waiting' | 'Left out' | 'Joined',
  number
>;

/** The rows of a job by what became of them, as its page shows them; a count that is not shown is 0. */
export async function countsOf(page: Page): Promise<JobCounts> {
  const text = await page.locator('main').innerText();
  const count = (name: string) =>
    Number(new RegExp(`^${name}\\s+([\\d,]+)$`, 'm').exec(text)?.[1]?.replaceAll(',', '') ?? 0);
  return {
    Succeeded: count('Succeeded'),
    Partly: count('Partly'),
    Failed: count('Failed'),
    Unconfirmed: count('Unconfirmed'),
    Cancelled: count('Cancelled'),
    Waiting: count('Waiting'),
    'Left out': count('Left out'),
    Joined: count('Joined'),
  };
}

/** Waits for the download that `act` brings about and answers with the name and the bytes of its file. */
export async function downloaded(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const arrives: Promise<Download> = page.waitForEvent('download');
  await act();
  const download = await arrives;
  const stream = await download.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

/** Waits for the download that `act` brings about and answers with its text. */
export async function downloadedText(page: Page, act: () => Promise<void>): Promise<string> {
  return (await downloaded(page, act)).bytes.toString('utf8');
}
