import { displayName, email, field, memberOf, nameInParts, type Preset } from './preset';
import { hubspotAddress, hubspotLeftOut } from './hubspot';

/**
 * Contacts of HubSpot, exported in English. Several options of one property are separated by semicolons. Sources:
 * https://knowledge.hubspot.com/import-and-export/export-records, https://developers.hubspot.com/docs/api/crm/exports,
 * https://knowledge.hubspot.com/import-and-export/import-data-to-checkbox-properties
 */
export const hubspotContacts: Preset = {
  id: 'hubspot-contacts',
  name: 'contacts from HubSpot',
  about: 'customers',
  signature: {
    all: [['Record ID', 'Record ID - Contact', 'Contact ID'], 'Email', ['First name', 'Last name']],
    some: {
      least: 2,
      of: [
        'Associated Company',
        'Associated Company IDs',
        'Primary Company',
        'Primary Associated Company ID',
        'Contact owner',
        'Lifecycle Stage',
        'Lead Status',
        'Marketing contact status',
        'Create Date',
        'Last Activity Date',
        'Last Modified Date',
      ],
    },
  },
  columns: [
    {
      headers: ['Record ID', 'Record ID - Contact', 'Contact ID'],
      to: [field('External ID', 'HubSpot ID')],
    },
    { headers: ['Full name'], to: [displayName] },
    ...nameInParts,
    { headers: ['Email'], to: [email] },
    { headers: ['Associated Company', 'Primary Company', 'Company name'], to: [memberOf] },
    { headers: ['Phone Number'], to: [field('Phone', 'Phone number')] },
    { headers: ['Mobile Phone Number'], to: [field('Mobile', 'Mobile phone', 'Phone')] },
    { headers: ['Job Title'], to: [field('Title', 'Job title')] },
    { headers: ['Website URL'], to: [field('Website')] },
    ...hubspotAddress,
  ],
  leftOut: [
    {
      headers: ['Associated Company IDs', 'Associated Company ID', 'Primary Associated Company ID'],
      reason: 'An ID of HubSpot. Organizations are found by the name of the company.',
    },
    ...hubspotLeftOut,
  ],
  valueSeparator: ';',
  dateOrder: 'iso',
};
