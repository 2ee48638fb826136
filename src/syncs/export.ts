import type { ImportSetup } from '../contract/file-frame';
import type { ImportColumn, ImportField, Target } from '../contract/imports';
import type { CsmClient } from '../csm/client';
import { fillableFields } from '../csm/fillable-fields';
import { findOrganizations, productFinder } from '../csm/names';
import type { Lookup } from '../domain/file/check/name-resolver';
import type { FileBytes } from '../domain/file/read/file-bytes';
import { openFile } from '../domain/file/read/open-file';
import type { OpenedFile } from '../domain/file/read/opened-file';
import { RefusedFile } from '../domain/file/read/refused';
import { fold } from '../domain/fold';
import { kindOf } from '../domain/kinds';
import { hasRelated } from '../domain/kinds/related';
import type { Delivery, Sync } from '../domain/syncs/sync';
import { readDelivery } from './deliveries';

/** A delivery as a file, and how the sync reads it. Throws RefusedFile where it does not fit. */
export async function openExport(
  sync: Sync,
  delivery: Delivery,
  csm: CsmClient,
): Promise<{ file: OpenedFile; setup: ImportSetup }> {
  const bytes = await readDelivery(sync.id, delivery);
  await refuseDecoded(bytes);
  const file = await openFile(bytes, sync.name, sync.mapping.reading);
  return { file, setup: await setupFor(sync, file.facts.headers, csm) };
}

/** Bytes that tell whether a packed file was taken for text on its way. */
const HEAD_BYTES = 1024;
/** Whether a text is a gzip or a workbook of which each byte that is no character was replaced. */
const wasPacked = (text: string): boolean =>
  text.startsWith('\u001f\ufffd') || (text.startsWith('PK\u0003\u0004') && text.includes('\ufffd'));

/** A request is text: a gzip or a workbook that is sent as it is arrives with its bytes replaced. Throws RefusedFile for one. */
async function refuseDecoded(file: FileBytes): Promise<void> {
  const head = await file.slice(0, HEAD_BYTES).arrayBuffer();
  if (!wasPacked(textOf(head))) return;
  throw new RefusedFile(
    'The delivery is compressed, or a workbook, and its bytes were damaged on the way: a request can only carry text. Send it as base64, as the page of the sync shows.',
  );
}

/** Bytes as text; empty where they are none, as those of a packed file. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return '';
  }
}

/** How a sync reads a file with these columns. Throws RefusedFile where one that it imports is missing. */
export async function setupFor(sync: Sync, headers: readonly string[], csm: CsmClient): Promise<ImportSetup> {
  const { kind, operation, options, cleaning, joinsRows } = sync.mapping;
  const fields = await fieldsFor(sync.mapping, csm);
  const columns = columnsOf(sync, headers);
  return { kind, operation, columns, fields, options, ...(cleaning && { cleaning }), ...(joinsRows && { joinsRows }) };
}

/** The detail fields of the kind, and those of organizations and entitlements where columns go to them. */
async function fieldsFor({ kind, columns }: Sync['mapping'], csm: CsmClient): Promise<ImportField[]> {
  const { entity, relates = [] } = kindOf(kind);
  const fields: ImportField[] = entity === null ? [] : await fillableFields(csm, entity);
  for (const of of relates)
    if (hasRelated(columns, of)) for (const field of await fillableFields(csm, of)) fields.push({ ...field, of });
  return fields;
}

/** Where each column of the delivery goes. Throws RefusedFile where one that is imported is missing. */
function columnsOf(sync: Sync, headers: readonly string[]): ImportColumn[] {
  const { mapping } = sync;
  const targets = new Map(mapping.columns.map(({ header, target }) => [fold(header), target]));
  const given = new Set(headers.map(fold));
  const missing = mapping.columns.filter(({ header, target }) => target.to !== 'nothing' && !given.has(fold(header)));
  if (missing.length > 0) {
    const names = missing.map(({ header }) => `“${header}”`).join(', ');
    throw new RefusedFile(
      `The delivery has no ${missing.length === 1 ? 'column' : 'columns'} ${names}, which the sync imports. Its columns are: ${headers.join(', ')}.`,
    );
  }
  const nowhere: Target = { to: 'nothing' };
  const ifEmpty = new Set(sync.ifEmpty.map(fold));
  // The settings of the sync decide, whatever the import did that it was made of.
  const owned = ({ write: _, ...target }: Target): Target =>
    target.to === 'detail' && ifEmpty.has(fold(target.field ?? '')) ? { ...target, write: 'if-empty' } : target;
  return headers.map((header) => ({ header, target: owned(targets.get(fold(header)) ?? nowhere) }));
}

/** Names beside IDs that one step of a sync asks for: ten calls of the minutes that it has. Of more, the ID alone decides. */
export const MOST_NAMES_BESIDE_IDS = 500;

/** Finds what rows name on the site. */
export function lookupAs(csm: CsmClient): Lookup {
  const products = productFinder(csm);
  return (entity, names) => (entity === 'product' ? products(names) : findOrganizations(csm, names));
}
