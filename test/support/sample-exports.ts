import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillDemo } from '../../sandbox/csm/demo/fill';
import { createState } from '../../sandbox/csm/state';
import type { ImportSetup } from '../../src/contract/file-frame';
import { fold } from '../../src/domain/fold';
import { kindOf } from '../../src/domain/kinds';
import { decodePart, parseAccepted } from '../../src/domain/import/part';
import { recognizeExport } from '../../src/domain/import/presets/recognize';
import { matchedFor, newImport, ofKind } from '../../src/ui/admin/imports/wizard/wizard-state';
import { openFile } from '../../src/domain/file/read/open-file';
import { type CheckedFile, checkFile } from '../../src/domain/file/check/check-file';
import { gunzip, gzip } from '../../src/domain/file/check/gzip';
import { packFile } from '../../src/domain/file/check/pack-file';

const site = createState();
fillDemo(site);
const fieldsOf = (entity: 'customer' | 'organization') =>
  [...site.fields[entity].values()].map(({ name, type, options }) => ({ name, type, options: [...options] }));
const lookup = (_entity: string, names: string[]) =>
  Promise.resolve(
    names.map((name) => {
      const found = [...site.organizations.values()].find((one) => fold(one.name) === fold(name));
      return { name, ids: found === undefined ? [] : [found.id] };
    }),
  );
const pass = { signal: new AbortController().signal, progress: () => undefined };
/** The id of an organization of the demo site. */
export const organizationId = (name: string): number => Number(site.organizations.find(name)?.id);

const kinds = {
  customers: { kind: 'customer-profiles', entity: 'customer' },
  organizations: { kind: 'organization-profiles', entity: 'organization' },
} as const;

/** What is sent for the rows that are in order. */
async function operationsOf(file: CheckedFile) {
  const encode = kindOf(file.plan.kind).encoder(file.plan);
  const operations: unknown[] = [];
  const upload = async ({ list, pieces }: { list: string; pieces: string[] }) => {
    if (list !== 'accepted') return;
    for (const [, cells] of parseAccepted(await decodePart(pieces, gunzip))) operations.push(encode(cells).operation);
  };
  await packFile(file, gzip, upload, pass);
  return operations;
}

/** Opens a sample in the wizard, checks every row as it is proposed, and makes operations of the first two. */
export async function imported(sample: string) {
  const name = `export-${sample}.csv`;
  const file = await openFile(new Blob([readFileSync(join('samples', name))]), name);
  const preset = recognizeExport(file.facts.headers);
  const { kind, entity } = kinds[preset?.about ?? 'customers'];
  const fields = fieldsOf(entity);
  const { columns, options } = matchedFor({ ...newImport(), ...ofKind(kindOf(kind)) }, file.facts, fields);
  const setup: ImportSetup = { kind, operation: 'UPSERT', columns, fields, options };
  const checked = await checkFile(file, setup, lookup, pass);
  const { summary } = checked;
  const [sentFirst, sentSecond] = await operationsOf(checked);
  return {
    preset: preset?.id,
    separator: options.valueSeparator,
    goes: columns.flatMap(({ header, target: { to, by, field, join: part } }) =>
      to === 'nothing' ? [] : [`${header} → ${[to, by, field, part?.at].filter((one) => one !== undefined).join(' ')}`],
    ),
    doubts: columns.filter((column) => 'doubt' in column).map(({ header }) => header),
    rows: summary.rows,
    problems: summary.problems.map(({ row, column, message }) => `${row} ${column ?? ''}: ${message}`),
    first: sentFirst,
    second: sentSecond,
  };
}
