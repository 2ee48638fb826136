import * as v from 'valibot';
import { resultSchema } from '../src/contract/result';
import { resolvers, type RequestOf, type ResolverName, type ResponseOf } from '../src/contract/resolvers';
import type { HostedSandbox } from './host/server/hosted-sandbox';

const columns: RequestOf<'imports.saveMapping'>['mapping']['columns'] = [
  { header: 'External ID', target: { to: 'detail', field: 'External ID' } },
  { header: 'Full name', target: { to: 'displayName' } },
  { header: 'E-mail', target: { to: 'email' } },
  { header: 'Organization', target: { to: 'organization', by: 'name' } },
  { header: 'Region', target: { to: 'detail', field: 'Region' } },
  { header: 'Tier', target: { to: 'detail', field: 'Tier' } },
  { header: 'Phone', target: { to: 'detail', field: 'Phone' } },
  { header: 'Seats', target: { to: 'detail', field: 'Seats', decimal: '.' } },
  { header: 'Since', target: { to: 'detail', field: 'Since', dateOrder: 'iso' } },
];

/**
 * Sets up a sync over the demo site for the exports of samples/nightly-export.mjs, as its administrator does by hand. Its
 * limits let the first delivery of 2,000 records through.
 */
export async function setUpDemoSync(sandbox: HostedSandbox, accountId: string): Promise<ResponseOf<'syncs.create'>> {
  async function call<N extends ResolverName>(name: N, payload: RequestOf<N>): Promise<ResponseOf<N>> {
    const request = { accountId, moduleKey: 'console', functionKey: name, payload, context: {} };
    const result = v.parse(resultSchema, await sandbox.invoke(request));
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
    const schema: v.GenericSchema<unknown, ResponseOf<N>> = resolvers[name].response;
    return v.parse(schema, result.data);
  }
  const name = 'CRM contacts';
  const options = { emptyCells: 'leave', valueSeparator: ';' } as const;
  await call('imports.saveMapping', { mapping: { name, kind: 'customer-profiles', columns, options } });
  return call('syncs.create', {
    settings: {
      name,
      limits: { percent: 20, rows: 5_000 },
      schedule: { every: 'delivery' },
      timeZone: 'UTC',
      vanished: { then: 'list' },
      ifEmpty: [],
      edits: { weekly: false, then: 'list' },
      retries: false,
      tell: null,
    },
    from: { what: 'mapping', name },
  });
}

/** What to type to see it work. */
export const demoWords = ({ url, token }: ResponseOf<'syncs.create'>): string =>
  [
    'A sync, “CRM contacts”, takes the exports of a made-up CRM:',
    '  node samples/nightly-export.mjs --night 1 --out export.csv',
    `  node samples/deliver.mjs --url '${url}' --token ${token} export.csv`,
    'Night 2 differs in ten records: --night 2. Its page is Sync → CRM contacts.',
  ].join('\n');
