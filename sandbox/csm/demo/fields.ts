import type { DetailField, FieldEntity } from '../model';
import type { SiteState } from '../state';

type Definition = Pick<DetailField, 'name' | 'type'> & Partial<Pick<DetailField, 'options' | 'view' | 'edit'>>;

export const regions = ['EU', 'US', 'UK', 'AU', 'JP', 'IN', 'BR', 'ZA'];
export const tiers = ['Basic', 'Standard', 'Gold', 'Platinum'];
export const interests = ['Webinars', 'Beta program', 'Newsletter', 'Events', 'Security notices'];
export const industries = ['Retail', 'Manufacturing', 'Public sector', 'Finance', 'Health', 'Education'];
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

export function addDemoFields(state: SiteState): void {
  for (const entity of ['customer', 'organization', 'entitlement'] as const) {
    for (const definition of definitions[entity]) {
      const open = { options: [], view: 'everyone', edit: 'everyone' } as const;
      state.fields[entity].add({ id: state.ids.uuid(), ...open, ...definition });
    }
  }
}
