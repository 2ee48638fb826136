import { relative } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** How long files take, in s, where nothing is known of an earlier run: on a machine that is new. */
const SECONDS = {
  'test/e2e/import-faults.test.ts': 120,
  'test/contract/manifest-checks.test.ts': 12,
  'test/simulation/seeds-1.test.ts': 31,
  'test/integration/directory/reading.test.ts': 22,
  'test/integration/directory/many.test.ts': 22,
  'test/integration/directory/storms.test.ts': 22,
  'test/simulation/seeds-3.test.ts': 19,
  'test/e2e/import-accessibility.test.ts': 20,
  'test/e2e/import-interrupted.test.ts': 18,
  'test/e2e/customer-profile.test.ts': 18,
  'test/simulation/seeds-4.test.ts': 18,
  'test/e2e/console.test.ts': 17,
  'test/integration/import/running.test.ts': 17,
  'test/integration/import/hard-answers.test.ts': 16,
  'test/e2e/directory.test.ts': 15,
  'test/contract/site-operations.test.ts': 15,
  'test/e2e/sync.test.ts': 15,
  'test/e2e/organizations.test.ts': 14,
  'test/simulation/seeds-2.test.ts': 14,
  'test/e2e/profile-settings.test.ts': 13,
  'test/e2e/customers.test.ts': 12,
  'test/integration/directory/far-page.test.ts': 11,
  'test/integration/import/paused.test.ts': 11,
  'test/integration/import/parked.test.ts': 10,
  'test/e2e/import.test.ts': 12,
  'test/e2e/overview.test.ts': 9,
  'test/pages/directory.test.ts': 8,
  'test/integration/directory/report.test.ts': 8,
  'test/integration/directory/export.test.ts': 7,
  'test/integration/directory/known-customers.test.ts': 7,
  'test/integration/import/results.test.ts': 7,
  'test/e2e/requests.test.ts': 7,
  'test/e2e/entitlements.test.ts': 7,
  'test/e2e/rules.test.ts': 6,
  'test/e2e/half-edited.test.ts': 6,
  'test/e2e/import-remedies.test.ts': 5,
  'test/e2e/toy-kind.test.ts': 5,
  'test/e2e/import-workbook.test.ts': 3,
};

const typical = (file) => (file.startsWith('test/e2e/') ? 30 : 3);

/** Starts the longest files first, of both projects together, so that at the end no core waits for the last one. */
export default class LongestFirst extends Sequencer {
  time(test) {
    const file = relative(test.context.config.rootDir, test.path);
    return super.time(test) ?? 1_000 * (SECONDS[file] ?? typical(file));
  }
}
