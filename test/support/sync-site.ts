import type { ImportColumn } from '../../src/contract/imports';
import type { SyncSettings, SyncView } from '../../src/contract/syncs';
import type { WebTriggerRequest } from '../../sandbox/forge/web-trigger/call';
import { type ImportSite, importSite, MINUTE_MS } from './import-site';

export const everyDelivery: SyncSettings = {
  name: 'CRM contacts',
  limits: { percent: 100, rows: 1_000_000 },
  schedule: { every: 'delivery' },
  timeZone: 'Europe/Berlin',
  vanished: { then: 'nothing' },
  ifEmpty: [],
  edits: { weekly: false, then: 'list' },
  retries: false,
  tell: null,
};

export interface Access {
  syncId: string;
  url: string;
  token: string;
}

/** The lines of an export with the columns E-mail, Name and Region. */
export function exportOf(records: readonly (readonly [email: string, name: string, region: string])[]): string {
  return ['E-mail,Name,Region', ...records.map((cells) => cells.join(','))].join('\n');
}

export const record = (index: number, name = `Customer ${index}`, region = 'EU') =>
  [`customer${index}@example.com`, name, region] as const;

export const records = (count: number) => Array.from({ length: count }, (_, index) => record(index));

/** What a script sends to the address of a sync. */
export function delivery(
  { url, token }: Pick<Access, 'url' | 'token'>,
  body: string,
  query: Record<string, string> = {},
): WebTriggerRequest {
  const address = new URL(url);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return { method: 'POST', url: address.href, headers: [['Authorization', `Bearer ${token}`]], body };
}

export interface SyncSite extends ImportSite {
  /** Sets up a sync of customers, as Ada. */
  setUp(settings?: Partial<SyncSettings>, columns?: readonly ImportColumn[]): Promise<Access>;
  /** Sends something to the web trigger as a script does, and answers with the status. */
  send(access: Access, body: string, query?: Record<string, string>, token?: string): Promise<number>;
  /** Delivers an export, and lets time pass until its run has ended or waits for a person. */
  deliver(access: Access, body: string, query?: Record<string, string>): Promise<SyncView>;
  sync(access: Access): Promise<SyncView>;
  /** Requests of the CSM API that change something, or ask for customers, since it was last called. */
  requests(): string[];
}

/** An import site whose administrator has saved a mapping for customers. */
export async function syncSite(): Promise<SyncSite> {
  const site = await importSite();
  const { sandbox, ada } = site;
  let asked: string[] = [];
  site.changeAnswers((request, answer) => {
    asked.push(`${request.method} ${request.path}`);
    return answer;
  });
  const columns = [
    { header: 'E-mail', target: { to: 'email' } },
    { header: 'Name', target: { to: 'displayName' } },
    { header: 'Region', target: { to: 'detail', field: 'Region' } },
  ];
  const options = { emptyCells: 'leave' as const, valueSeparator: ';' as const };
  const mapping = { name: 'CRM', kind: 'customer-profiles', columns, options };
  await sandbox.settle(ada.call('imports.saveMapping', { mapping }));
  const sync = async ({ syncId }: Access) => (await sandbox.settle(ada.call('syncs.get', { syncId }))).sync;
  const send: SyncSite['send'] = async ({ url, token }, body, query = {}, given = token) => {
    const request = delivery({ url, token: given }, body, query);
    return (await sandbox.settle(sandbox.platform.callWebTrigger(request))).status;
  };
  return {
    ...site,
    setUp: async (settings = {}, other) => {
      if (other)
        await sandbox.settle(ada.call('imports.saveMapping', { mapping: { ...mapping, columns: [...other] } }));
      const request = { settings: { ...everyDelivery, ...settings }, from: { what: 'mapping' as const, name: 'CRM' } };
      return sandbox.settle(ada.call('syncs.create', request));
    },
    send,
    sync,
    async deliver(access, body, query) {
      const status = await send(access, body, query);
      if (status !== 202) throw new Error(`The delivery was answered with ${status}.`);
      for (let minute = 0; minute < 24 * 60; minute += 1) {
        await sandbox.run(MINUTE_MS);
        const now = await sync(access);
        if (now.waiting === null && (now.run === null || now.run.phase === 'approval')) return now;
      }
      throw new Error(
        `The run did not end within a day. ${JSON.stringify((await sync(access)).run)} ${sandbox.platform.logs
          .slice(-6)
          .map(({ text }) => text)
          .join(' | ')}`,
      );
    },
    requests() {
      const all = asked;
      asked = [];
      return all;
    },
  };
}
