import { field, organizationName, type Preset } from './preset';

/** As the files for customers are, with an Organization Name column. Sources: those of atlassian-customers.ts. */
export const atlassianOrganizations: Preset = {
  id: 'atlassian-organizations',
  name: 'organizations in the format of Atlassian’s own import',
  about: 'organizations',
  signature: {
    all: ['Organization Name'],
    some: { least: 2, of: ['External ID', 'Type', 'Industry', 'Website', 'Address', 'Customer Segment'] },
    none: ['Email'],
  },
  columns: [
    { headers: ['Organization Name'], to: [organizationName] },
    { headers: ['External ID'], to: [field('External ID')] },
    { headers: ['Type'], to: [field('Type')] },
    { headers: ['Industry'], to: [field('Industry')] },
    { headers: ['Website'], to: [field('Website')] },
    { headers: ['Address'], to: [field('Address')] },
    { headers: ['Customer Segment'], to: [field('Customer Segment')] },
  ],
  leftOut: [],
  valueSeparator: ',',
};
