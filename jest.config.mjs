import { availableParallelism } from 'node:os';

const transform = {
  '^.+\\.[jt]sx?$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' }, module: { type: 'commonjs' } },
  ],
};

const project = {
  testEnvironment: '<rootDir>/test/support/environment.ts',
  transform,
  // A test runs in a context of its own, in which each look at a global costs. Those that time is faked for stay out.
  sandboxInjectedGlobals: [
    ...['Array', 'Boolean', 'Buffer', 'Error', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'RegExp', 'Set'],
    ...['String', 'Symbol', 'TextDecoder', 'TextEncoder', 'URLSearchParams', 'Uint8Array', 'WeakMap'],
  ],
  // Published as ES modules alone, which Jest's CommonJS cannot load as they are.
  transformIgnorePatterns: ['/node_modules/(?!(@hyperjump|just-curry-it|uuid|saxen)/)'],
  modulePathIgnorePatterns: ['<rootDir>/.*/build/', '<rootDir>/.tmp/', '<rootDir>/test-results/'],
};

export default {
  // A guard against hanging alone: the longest tests take some seconds, and a machine that is busy takes many times that.
  testTimeout: 180_000,
  // Three on two cores: a test in a browser waits for a fifth of its time, in which another can run.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  projects: [
    {
      ...project,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
      testEnvironment: '<rootDir>/test/support/stage/environment.ts',
      globalSetup: '<rootDir>/test/support/stage/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/stage/global-teardown.ts',
    },
    {
      ...project,
      displayName: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
    },
  ],
};
