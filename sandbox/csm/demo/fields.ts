import type { DetailField, FieldEntity } from '../model';
import type { SiteState } from '../state';

type Definition = Pick<DetailField, 'name' | 'type'> & Partial<Pick<DetailField, 'options' | 'view' | 'edit'>>;

export const regions = ['EU', 'US', 'UK', 'AU', 'JP', 'IN', 'BR', 'ZA'];
export const tiers = ['Basic', 'Standard', 'Gold', 'Platinum'];
export const interests = ['Webinars', 'Beta program', 'Newsletter', 'Events', 'Security notices'];
export const industries = ['Retail', 'Manufacturing', 'Public sector', 'Finance', 'Health', 'Education'];
const relations = ['Customer', 'Prospect', 'Partner', 'Supplier/Vendor', 'Other'];
const segments = ['Enterprise', 'Mid-market', 'SMB', 'Startup', 'Consumer'];
export const services = ['Chat', 'Phone', 'On site', 'Night shift'];

/** Every type for every entity, and a few fields that not everyone may see or edit. */
const definitions: Readonly<Record<FieldEntity, readonly Definition[]>> = {
  customer: [
    { name: 'Region', type: 'SELECT', options: regions },
    { name: 'Tier', type: 'SELECT', options: tiers },
    { name: 'Since', type: 'DATE' },
    { name: 'Phone', type: 'PHONE' },
    { name: 'Seats', type: 'NUMBER' },
    { name: 'VIP', type: 'BOOLEAN' },
    { name: 'Website', type: 'URL' },
    { name: 'Billing email', type: 'EMAIL' },
    { name: 'Interests', type: 'MULTISELECT', options: interests },
    { name: 'Notes', type: 'TEXT' },
    { name: 'Credit limit', type: 'NUMBER', view: 'administrators', edit: 'administrators' },
    { name: 'Legacy ID', type: 'TEXT', edit: 'nobody' },
  ],
  organization: [
    { name: 'Industry', type: 'SELECT', options: industries },
    { name: 'Regions', type: 'MULTISELECT', options: regions },
    { name: 'Founded', type: 'DATE' },
    { name: 'Switchboard', type: 'PHONE' },
    { name: 'Employees', type: 'NUMBER' },
    { name: 'Strategic', type: 'BOOLEAN' },
    { name: 'Homepage', type: 'URL' },
    { name: 'Accounts email', type: 'EMAIL' },
    { name: 'Address', type: 'TEXT' },
    { name: 'Contract value', type: 'NUMBER', view: 'administrators', edit: 'administrators' },
  ],
  entitlement: [
    { name: 'Plan', type: 'SELECT', options: tiers },
    { name: 'Services', type: 'MULTISELECT', options: services },
    { name: 'Valid until', type: 'DATE' },
    { name: 'Hotline', type: 'PHONE' },
    { name: 'Licenses', type: 'NUMBER' },
    { name: 'Auto-renew', type: 'BOOLEAN' },
    { name: 'Agreement', type: 'URL' },
    { name: 'Contact', type: 'EMAIL' },
    { name: 'Remarks', type: 'TEXT' },
  ],
};

/**
 * The fields that newer sites come with, as far as the demo has none of the name. They follow the others, and no one has
 * values in them. Source: https://developer.atlassian.com/cloud/customer-service-management/integrate
 */
const defaults: Readonly<Record<'customer' | 'organization', readonly Definition[]>> = {
  customer: [
    { name: 'External ID', type: 'TEXT' },
    { name: 'Type', type: 'MULTISELECT', options: relations },
    { name: 'Title', type: 'TEXT' },
    { name: 'Preferred language', type: 'TEXT' },
  ],
  organization: [
    { name: 'Type', type: 'MULTISELECT', options: relations },
    { name: 'External ID', type: 'TEXT' },
    { name: 'Website', type: 'URL' },
    { name: 'Customer Segment', type: 'MULTISELECT', options: segments },
  ],
};

export function addDemoFields(state: SiteState): void {
  for (const entity of ['customer', 'organization', 'entitlement'] as const)
    addFields(state, entity, definitions[entity]);
}

export function addDefaultFields(state: SiteState): void {
  for (const entity of ['customer', 'organization'] as const) addFields(state, entity, defaults[entity]);
}

function addFields(state: SiteState, entity: FieldEntity, added: readonly Definition[]): void {
  const open = { options: [], view: 'everyone', edit: 'everyone' } as const;
  for (const definition of added) state.fields[entity].add({ id: state.ids.uuid(), ...open, ...definition });
}
