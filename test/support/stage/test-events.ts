/** What Jest tells of the tests of a file to whoever shows them something. */
export interface TestListener {
  begins(title: string): Promise<void>;
  fails(title: string): Promise<void>;
}

declare global {
  // A global of each test file, put there by environment.ts. Only `var` declares one.
  var testListeners: Set<TestListener> | undefined;
}

/** Those who listen in this test file; nobody tells them anything outside of the project of browser tests. */
export const testListeners = (): Set<TestListener> => (globalThis.testListeners ??= new Set());
