import type { FieldDefinition } from '../../src/contract/fields';
import type { ImportPlan, StoredRow } from '../../src/contract/imports';
import { planFor } from '../support/console';

/** The file of a simulated import, and the customers that the site has before it. */
export interface SimulatedFile {
  plan: ImportPlan;
  rows: StoredRow[];
  existing: string[];
}

export const simulatedFields: FieldDefinition[] = [
  { name: 'Region', type: 'SELECT', options: ['EU', 'US'] },
  { name: 'Notes', type: 'TEXT', options: [] },
];

/** A field that the file knows and the site refuses to have written: rows that set it succeed in part. */
export const LOCKED_FIELD = 'Notes';

export function drawFile(random: () => number): SimulatedFile {
  const operation = ['UPSERT', 'CREATE', 'UPDATE'][Math.floor(random() * 3)] ?? 'UPSERT';
  const count = 1 + Math.floor(random() * (random() < 0.2 ? 2_600 : 700));
  const existing: string[] = [];
  const rows = Array.from({ length: count }, (_, index): StoredRow => {
    const email = `customer${index}@example.com`;
    if (random() < (operation === 'UPDATE' ? 0.8 : 0.2)) existing.push(email);
    const notes = random() < 0.1 ? `note ${index}` : '';
    return [index + 2, [email, `Customer ${index}`, random() < 0.5 ? 'EU' : 'US', notes]];
  });
  return { plan: planFor(operation, simulatedFields), rows, existing };
}
