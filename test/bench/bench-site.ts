import type { Site } from '../../sandbox/site';
import type { ImportPlan, StoredRow } from '../../src/contract/imports';
import { fold } from '../../src/domain/fold';
import type { BenchedKind } from './import-run';
import { COMPANIES, benchFields, benchSetup, companyName, customerCells } from './customer-rows';

const companies = Array.from({ length: COMPANIES }, (_, at) => ({ id: String(at + 1), name: companyName(at) }));

/** The plan of the measured file, with the names in it looked up on the furnished site. */
export const benchPlan: ImportPlan = {
  ...benchSetup,
  lookups: { organizations: companies.map(({ id, name }) => [fold(name), id]), products: [] },
};

/** Gives an empty site the fields and organizations that the measured file names. */
export function furnish(site: Site): void {
  const { fields, organizations } = site.state();
  for (const { name, type, options } of benchFields) {
    fields.customer.add({ id: `field-${name}`, name, type, options, view: 'everyone', edit: 'everyone' });
  }
  for (const company of companies) organizations.add({ ...company, details: new Map(), customers: new Set() });
}

/** The rows of the measured file as the file frame stores them: the header is row 1. */
export const storedRows = (rows: number): StoredRow[] =>
  Array.from({ length: rows }, (_, index): StoredRow => [index + 2, customerCells(index)]);

/** The import that is measured at every size. */
export const benchedProfiles: BenchedKind = { plan: benchPlan, rows: storedRows, furnish };
