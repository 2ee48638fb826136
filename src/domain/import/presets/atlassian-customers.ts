import { displayName, email, field, memberOf, type Preset } from './preset';

/**
 * Files of customers, made for the import of Customer Service Management itself: an Email column, all others named as the detail
 * fields are, several options separated by a comma or a bar. Sources:
 * https://support.atlassian.com/customer-service-management/docs/import-customer-and-organization-profiles,
 * https://developer.atlassian.com/cloud/customer-service-management/integrate (the default detail fields)
 */
export const atlassianCustomers: Preset = {
  id: 'atlassian-customers',
  name: 'customers in the format of Atlassian’s own import',
  about: 'customers',
  signature: {
    all: ['Email', 'External ID'],
    some: { least: 2, of: ['Full name', 'Type', 'Title', 'Preferred language'] },
    none: ['role', 'user_id', 'Record ID'],
  },
  columns: [
    { headers: ['Email'], to: [email] },
    { headers: ['Full name', 'Name'], to: [displayName] },
    { headers: ['Organization name', 'Organization', 'Organizations'], to: [memberOf] },
    { headers: ['External ID'], to: [field('External ID')] },
    { headers: ['Phone'], to: [field('Phone')] },
    { headers: ['Type'], to: [field('Type')] },
    { headers: ['Title'], to: [field('Title')] },
    { headers: ['Region'], to: [field('Region')] },
    { headers: ['Preferred language'], to: [field('Preferred language')] },
  ],
  leftOut: [],
  valueSeparator: ',',
};
