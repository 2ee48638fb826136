import { basename } from 'node:path';
import TidyEnvironment from '../environment';
import { type Browser, chromium } from 'playwright-core';
import type { TestListener } from './test-events';

/** A part of a file: its test, or a block of tests, with the block around it. */
interface Part {
  name: string;
  parent?: Part | undefined;
}

/** Of what Jest tells, that which is of use here. */
interface TestEvent {
  name: string;
  test?: Part;
  describeBlock?: Part;
}

/**
 * Tells those who listen in a test file of its tests while the pages of a failing one are still open, and brings Playwright
 * along: Jest would read and run its megabytes anew for each file, this module stays for as long as the worker.
 */
export default class BrowserEnvironment extends TidyEnvironment {
  private readonly file: string;
  private readonly listeners = new Set<TestListener>();

  constructor(...args: ConstructorParameters<typeof TidyEnvironment>) {
    super(...args);
    this.file = basename(args[1].testPath, '.test.ts');
    this.global['testListeners'] = this.listeners;
    this.global['connectToBrowser'] = (endpoint: string): Promise<Browser> => chromium.connect(endpoint);
  }

  async handleTestEvent({ name, test, describeBlock }: TestEvent): Promise<void> {
    if (name === 'test_fn_start') await this.tell('begins', test);
    if (name === 'test_fn_failure' || name === 'hook_failure') await this.tell('fails', test ?? describeBlock);
  }

  private async tell(what: keyof TestListener, part: Part | undefined): Promise<void> {
    for (const listener of this.listeners) await listener[what](`${this.file} ${titleOf(part)}`);
  }
}

/** The words of a test and of the blocks around it; the outermost has none of its own. */
function titleOf(part: Part | undefined): string {
  const words: string[] = [];
  for (let at = part; at?.parent !== undefined; at = at.parent) words.unshift(at.name);
  return words.join(' ');
}
