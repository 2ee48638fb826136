import type { ConsoleInNode } from './console';
import type { Located, Words } from './located';

/** More than an import of a test takes, in ms of the sandbox's time. */
const SOME_MINUTES = 10 * 60_000;

/** Drives the wizard as an administrator would, one step a method: as `ImportWizard` does in a browser. */
export class WizardInNode {
  constructor(private readonly ui: ConsoleInNode) {}

  async open(): Promise<void> {
    await this.ui.open('imports/new');
    await this.button('Continue to the file').click();
  }

  /** Opens the file step of another kind than the first, of which `words` are how it begins in the list. */
  async openKind(words: string, operation?: string): Promise<void> {
    await this.ui.open('imports/new');
    await this.ui.getByRole('radio', { name: words }).check();
    if (operation !== undefined) await this.ui.getByRole('radio', { name: operation }).check();
    await this.button('Continue to the file').click();
  }

  async choose(name: string, content: string | Buffer): Promise<void> {
    await this.ui.chooseFile(name, content);
  }

  async check(): Promise<void> {
    await this.button('Continue to the columns').click();
    await this.button('Check every row').click();
    await this.ui.getByText('can be imported').first().waitFor();
  }

  async leaveOut(): Promise<void> {
    await this.ui.getByRole('radio', { name: 'Leave them out' }).check();
  }

  /** Starts the import of customers, and answers with the path of its page. */
  async start({ keepsBefore = true } = {}): Promise<string> {
    await this.button('Continue to start').click();
    if (!keepsBefore) await this.ui.getByRole('checkbox', { name: 'Keep what was there' }).uncheck();
    await this.button(/^Import [\d,]+ customers?$/).click();
    return this.started();
  }

  /** Waits for the page of the import that was started, and answers with its path. */
  started = (): Promise<string> => this.ui.at(/^imports\/(?!new)[^/]+$/);

  /** Lets the import end whose page is open. */
  async ended(words: Words = 'Done'): Promise<void> {
    await this.ui.run(SOME_MINUTES);
    await this.ui.getByText(words, { exact: true }).first().waitFor();
  }

  button(name: Words): Located {
    return this.ui.getByRole('button', { name });
  }
}

/** The rows of the job whose page is open that ended in a state, such as `Left out`; 0 where the page does not show it. */
export function countOf(ui: ConsoleInNode, state: string): number {
  const [text] = ui.main.getByText(new RegExp(`^${state}[\\d,]+$`)).texts();
  return Number(text?.slice(state.length).replaceAll(',', '') ?? 0);
}
