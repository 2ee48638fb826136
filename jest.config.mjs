const transform = {
  '^.+\\.[jt]sx?$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' }, module: { type: 'commonjs' } },
  ],
};

export default {
  testEnvironment: 'node',
  transform,
  // Published as ES modules alone, which Jest's CommonJS cannot load as they are.
  transformIgnorePatterns: ['/node_modules/(?!(@hyperjump|just-curry-it|uuid)/)'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.*/build/', '<rootDir>/.tmp/'],
  testTimeout: 30_000,
};
