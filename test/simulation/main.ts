import { parseArgs } from 'node:util';
import { simulateRule } from './rules';
import { simulate } from './simulate';
import { simulateSync } from './sync';

const allKinds = ['profiles', 'others', 'syncs', 'rules'] as const;
type Kinds = (typeof allKinds)[number];

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    kinds: { type: 'string', default: 'both' },
  },
});
const first = Number(values.from);
const last = first + Number(values.seeds) - 1;
if (!Number.isInteger(first) || !Number.isInteger(last) || last < first) {
  console.error(
    'npm run simulate -- --seeds N [--from SEED] [--kinds profiles|others|syncs|rules]: both are whole numbers from 1.',
  );
  process.exit(2);
}

void main();

async function main(): Promise<void> {
  let failed = 0;
  const log = console.log.bind(console);
  console.log = () => undefined;
  for (let seed = first; seed <= last; seed += 1) {
    const kinds = kindsOf(seed);
    const problem = await simulateOne(seed, kinds).then(
      ({ broken }) => broken,
      (error: unknown) => [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    );
    if (problem.length > 0) {
      failed += 1;
      log(`seed ${seed} of ${kinds}:\n  ${problem.slice(0, 5).join('\n  ')}`);
    }
    if (seed % 100 === 0) log(`${seed - first + 1} seeds, ${failed} failed`);
  }
  log(`${last - first + 1 - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function simulateOne(seed: number, kinds: Kinds): Promise<{ broken: string[] }> {
  if (kinds === 'syncs') return simulateSync(seed);
  return kinds === 'rules' ? simulateRule(seed) : simulate(seed, kinds);
}

/** Where nothing is said, profiles and the others take turns. */
function kindsOf(seed: number): Kinds {
  return allKinds.find((kinds) => kinds === values.kinds) ?? (seed % 2 === 0 ? 'others' : 'profiles');
}
