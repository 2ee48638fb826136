import type { Site } from '../../sandbox/site';
import type { FieldDefinition } from '../../src/contract/fields';
import type { StoredRow } from '../../src/contract/imports';
import { customerProfiles } from '../../src/domain/kinds/customer-profiles';
import { planFor } from '../support/console';
import type { Account, SimulatedCase } from './case';
import { checkTruth } from './done';

interface SimulatedFile extends Pick<SimulatedCase, 'plan' | 'rows'> {
  /** The customers that the site has before. */
  existing: readonly string[];
}

const simulatedFields: FieldDefinition[] = [
  { name: 'Region', type: 'SELECT', options: ['EU', 'US'] },
  { name: 'Notes', type: 'TEXT', options: [] },
];

/** A field that the file knows and the site refuses to have written: rows that set it succeed in part. */
const LOCKED_FIELD = 'Notes';

/** An import of customer profiles. */
export function drawProfiles(random: () => number): SimulatedCase {
  const operation = ['UPSERT', 'CREATE', 'UPDATE'][Math.floor(random() * 3)] ?? 'UPSERT';
  const count = 1 + Math.floor(random() * (random() < 0.2 ? 2_600 : 700));
  const existing: string[] = [];
  const rows = Array.from({ length: count }, (_, index): StoredRow => {
    const email = `customer${index}@example.com`;
    if (random() < (operation === 'UPDATE' ? 0.8 : 0.2)) existing.push(email);
    const notes = random() < 0.1 ? `note ${index}` : '';
    return [index + 2, [email, `Customer ${index}`, random() < 0.5 ? 'EU' : 'US', notes]];
  });
  const plan = planFor(operation, simulatedFields);
  // Some of the shorter ones are undone in the end.
  const keepsBefore = count < 300 && count % 2 === 0;
  const file: SimulatedFile = { plan: { ...plan, ...(keepsBefore && { keepsBefore }) }, rows, existing };
  return {
    ...file,
    furnish: (site) => furnish(site, existing),
    checkRows: (site, account) => checkRows(site, file, account),
    isAsBefore(site, [, [email = '']]) {
      const customer = site.state().customers.find(email);
      if (!existing.includes(email)) return customer === undefined;
      return customer?.displayName === 'Before' && [...customer.details.values()].flat().length === 0;
    },
    checkDone: (site, results) =>
      results.flatMap((result) => {
        const [email = ''] = result.cells;
        const { id } = site.state().customers.find(email) ?? {};
        return checkTruth(result, { id, existed: existing.includes(email), isTold: false });
      }),
  };
}

function furnish(site: Site, existing: readonly string[]): void {
  const state = site.state();
  for (const { name, type, options } of simulatedFields) {
    const edit = name === LOCKED_FIELD ? 'nobody' : 'everyone';
    state.fields.customer.add({ id: `field-${name}`, name, type, options, view: 'everyone', edit });
  }
  for (const email of existing) {
    state.customers.add({
      // Some have an Atlassian account, whom a bulk request refuses by their email.
      id: `${/[05]@/.test(email) ? '712020' : 'qm'}:simulated:${email}`,
      email,
      displayName: 'Before',
      createdAt: 0,
      details: new Map(),
      organizations: new Set(),
    });
  }
}

/** What the app says of each row, held against what the site holds and did. */
function checkRows(site: Site, file: SimulatedFile, account: Account): string[] {
  const state = site.state();
  const encode = customerProfiles.encoder(file.plan);
  const sent = new Set(
    site.journal.entries.flatMap(({ taskId, entity }) => (taskId === null ? [] : [entity.toLowerCase()])),
  );
  const broken: string[] = [];
  for (const [row, cells] of file.rows) {
    const payload = encode(cells).operation?.payload;
    const customer = state.customers.find(payload?.email ?? '');
    const outcome = account.get(row)?.outcome ?? 'succeeded';
    const wanted = (payload?.details ?? []).filter(({ name }) => outcome !== 'partly' || name !== LOCKED_FIELD);
    const whole =
      customer?.displayName === payload?.displayName &&
      wanted.every(({ name, values }) => {
        const stored = customer?.details.get(`field-${name}`) ?? [];
        return simulatedFields.some((field) => field.name === name) && values.every((value) => stored.includes(value));
      });
    if ((outcome === 'succeeded' || outcome === 'partly') && !whole)
      broken.push(`row ${row} is called ${outcome}, and is not on the site`);
    if (outcome === 'cancelled' && sent.has(payload?.email ?? ''))
      broken.push(`row ${row} is called cancelled, and was sent`);
    if (outcome === 'failed' && whole && !file.existing.includes(payload?.email ?? '')) {
      broken.push(`row ${row} is called failed, and is on the site: ${account.get(row)?.reason ?? ''}`);
    }
  }
  return broken;
}
