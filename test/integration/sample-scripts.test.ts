import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { fillDemo } from '../../sandbox/csm/demo/fill';
import { createState } from '../../sandbox/csm/state';
import type { ImportPlan } from '../../src/contract/imports';
import { fold } from '../../src/domain/fold';
import { columnsOf, matchColumns } from '../../src/domain/import/match-columns';
import { recognizeExport } from '../../src/domain/import/presets/recognize';
import { kindOf } from '../../src/domain/kinds';
import { ways } from '../../src/ui/admin/sync/ways-to-deliver';

interface Ended {
  code: number;
  out: string;
  err: string;
}

/** Runs a script of samples/ as anybody would. */
function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const path = resolve(__dirname, '../../samples', script);
  const options = { env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((done) => {
    const child = execFile(process.execPath, [path, ...args], options, (_, out, err) =>
      done({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'csm-console-samples-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the nightly export', () => {
  const night = async (...args: string[]): Promise<string[]> =>
    (await run('nightly-export.mjs', args)).out.split('\r\n').filter((line) => line !== '');
  const idOf = (line: string): string => line.split(',')[0] ?? '';

  it('is the same each time, and differs from the night before in as many records as are asked for', async () => {
    const options = ['--records', '300', '--changes', '7', '--vanish', '2', '--new', '3'];
    const [second, again, third] = await Promise.all([
      night('--night', '2', ...options),
      night('--night', '2', ...options),
      night('--night', '3', ...options),
    ]);
    expect(again).toEqual(second);
    const before = new Map(second.map((line) => [idOf(line), line]));
    const after = new Map(third.map((line) => [idOf(line), line]));
    const changed = third.filter((line) => before.has(idOf(line)) && before.get(idOf(line)) !== line);
    expect([second.length, third.length]).toEqual([302, 303]);
    expect(changed).toHaveLength(7);
    expect([...before.keys()].filter((id) => !after.has(id))).toHaveLength(2);
    expect([...after.keys()].filter((id) => !before.has(id))).toHaveLength(3);
  });

  it('fits the demo site as it is proposed', async () => {
    const state = createState();
    fillDemo(state);
    const csv = (await run('nightly-export.mjs', ['--night', '4', '--changes', '500'])).out;
    const [headers = [], ...rows] = Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;
    const stored = [...state.fields.customer.values()];
    const fields = stored.map(({ name, type, options }) => ({ name, type, options: [...options] }));
    const kind = kindOf('customer-profiles');
    const columns = matchColumns(headers, columnsOf(rows), kind.places(fields));
    expect(recognizeExport(headers)).toBeNull();
    expect(columns.filter((column) => column.target.to === 'nothing' || 'doubt' in column)).toEqual([]);
    expect(columns[0]?.target).toMatchObject({ field: 'External ID' });
    expect(kind.setupProblems(columns, 'UPSERT')).toEqual([]);
    const organizations = [...state.organizations.values()].map(({ name, id }): [string, string] => [fold(name), id]);
    const plan: ImportPlan = {
      ...{ kind: kind.id, operation: 'UPSERT', columns, fields },
      options: { emptyCells: 'leave', valueSeparator: ';' },
      lookups: { organizations, products: [] },
    };
    const encode = kind.encoder(plan);
    expect(rows).toHaveLength(2000);
    expect(rows.flatMap((row) => encode(row).problems)).toEqual([]);
  });

  it('says what an option takes', async () => {
    expect(await run('nightly-export.mjs', ['--night', '0'])).toEqual({
      code: 2,
      out: '',
      err: '--night takes a whole number from 1.\n',
    });
  });
});

interface Asked {
  query: Record<string, string>;
  authorization: string | undefined;
  body: string;
}

describe('the delivery of a file', () => {
  let server: Server;
  let url: string;
  let asked: Asked[];
  /** The statuses of the next answers; null breaks the connection off. After them all is taken. */
  let answers: (number | null)[];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const query = Object.fromEntries(new URL(request.url ?? '', url).searchParams);
        const { authorization } = request.headers;
        asked.push({ query, authorization, body: Buffer.concat(chunks).toString('latin1') });
        const status = answers.length > 0 ? (answers.shift() ?? null) : 202;
        if (status === null) response.destroy();
        else response.writeHead(status).end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webtrigger/x1/abc?sync=s1`;
  });
  beforeEach(() => {
    asked = [];
    answers = [];
  });
  afterAll(() => new Promise((done) => server.close(done)));

  const fileOf = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const deliver = (file: string, ...args: string[]): Promise<Ended> =>
    run('deliver.mjs', ['--url', url, '--token', 'hush', '--wait', '1', ...args, file]);
  const read = (parts: readonly Asked[]): Buffer =>
    gunzipSync(Buffer.from(parts.map(({ body }) => body).join(''), 'base64'));

  it('is one request for a small file, with the token in its header', async () => {
    const file = fileOf('export.csv', 'name\nÅsa\n');
    expect(await deliver(file)).toEqual({ code: 0, out: 'Delivered export.csv.\n', err: '' });
    expect(asked).toMatchObject([{ query: { sync: 's1' }, authorization: 'Bearer hush' }]);
    expect(asked[0]?.query).toEqual({ sync: 's1' });
    expect(read(asked).toString('utf8')).toBe('name\nÅsa\n');
  });

  it('is numbered parts under one id for a large one, each of which fits in a request', async () => {
    const content = randomBytes(800_000);
    const file = fileOf('large.xlsx', content);
    answers = [202, 409, 503, null, 429];
    expect(await deliver(file)).toEqual({ code: 0, out: 'Delivered large.xlsx in 3 parts.\n', err: '' });
    expect(asked.map(({ query }) => query['part'])).toEqual(['1', '2', '2', '2', '2', '2', '3']);
    const taken = [asked[0], asked[5], asked[6]].flatMap((one) => one ?? []);
    expect(taken.every(({ body }) => body.length <= 400_000 && body.length % 4 === 0)).toBe(true);
    expect(read(taken).equals(content)).toBe(true);
    const [{ query } = { query: {} as Asked['query'] }] = taken;
    expect(query['delivery']).toMatch(/^[A-Za-z0-9-]{1,64}$/);
    expect(
      new Set(taken.map(({ query: each }) => `${each['sync'] ?? ''} ${each['delivery'] ?? ''} ${each['parts'] ?? ''}`)),
    ).toEqual(new Set([`s1 ${query['delivery'] ?? ''} 3`]));
    // The same file again is the same delivery.
    await deliver(file);
    expect(asked.at(-1)?.query['delivery']).toBe(query['delivery']);
  });

  it('is marked where it is a test', async () => {
    const file = fileOf('test.csv', 'name\n');
    expect((await deliver(file, '--test')).out).toBe('Tested with test.csv.\n');
    expect(asked[0]?.query).toEqual({ sync: 's1', test: '1' });
  });

  it.each([
    [401, 'Not delivered. The sync refused the token, or there is no such sync.\n'],
    [400, 'Not delivered. The sync can’t read the request. Is this the version of the script that fits the app?\n'],
    [413, 'Not delivered. The file is larger than the sync takes.\n'],
  ])('ends at once where the answer is %i, and says why', async (status, err) => {
    answers = [status];
    expect(await deliver(fileOf('export.csv', 'name\n'))).toEqual({ code: 1, out: '', err });
    expect(asked).toHaveLength(1);
  });

  it('gives up after as many repetitions as it may do', async () => {
    answers = [500, 500, 500, 500];
    expect(await deliver(fileOf('export.csv', 'name\n'), '--retries', '2')).toEqual({
      code: 1,
      out: '',
      err: 'Not delivered. The site answered 500.\n',
    });
    expect(asked).toHaveLength(3);
  });

  it('takes the address and the token from the environment, and sends no token in the clear', async () => {
    const file = fileOf('export.csv', 'name\n');
    expect((await run('deliver.mjs', [file], { CSM_SYNC_URL: url, CSM_SYNC_TOKEN: 'quiet' })).code).toBe(0);
    expect(asked[0]?.authorization).toBe('Bearer quiet');
    const elsewhere = await run('deliver.mjs', ['--url', 'http://example.com/x1/a', '--token', 'x', file]);
    expect(elsewhere).toMatchObject({ code: 1, err: 'Not delivered. The address has to begin with https://.\n' });
  });

  it('is done by the script for Node that the page of a sync shows', async () => {
    const content = randomBytes(400_000);
    fileOf('export.csv', content);
    const script = ways.find(({ name }) => name === 'Node')?.lines({ url, token: 'hush' }) ?? '';
    answers = [null, 202, 409];
    const path = fileOf('shown.mjs', script);
    const { stderr } = await promisify(execFile)(process.execPath, [path], { cwd: folder });
    expect(stderr).toBe('');
    expect(asked.map(({ query }) => query['part'])).toEqual(['1', '1', '2', '2']);
    expect(asked.every(({ authorization }) => authorization === 'Bearer hush')).toBe(true);
    expect(read([asked[1], asked[3]].flatMap((one) => one ?? [])).equals(content)).toBe(true);
  });

  it('says which file is not there', async () => {
    const { code, err } = await deliver(join(folder, 'none.csv'));
    expect([code, err]).toEqual([1, `Not delivered. There is no file ${join(folder, 'none.csv')}.\n`]);
  });
});
