import { field, organizationName, type Preset } from './preset';
import { hubspotAddress, hubspotLeftOut } from './hubspot';

/**
 * Companies of HubSpot, exported in English. Sources: https://knowledge.hubspot.com/import-and-export/export-records,
 * https://knowledge.hubspot.com/properties/hubspot-crm-default-company-properties
 */
export const hubspotCompanies: Preset = {
  id: 'hubspot-companies',
  name: 'companies from HubSpot',
  about: 'organizations',
  signature: {
    all: [['Record ID', 'Record ID - Company', 'Company ID'], 'Company name'],
    some: {
      least: 2,
      of: [
        'Company Domain Name',
        'Company owner',
        'Associated Contact',
        'Associated Contact IDs',
        'Parent Company ID',
        'Lifecycle Stage',
        'Lead Status',
        'Create Date',
        'Last Activity Date',
        'Last Modified Date',
      ],
    },
    none: ['First name', 'Last name', 'Email'],
  },
  columns: [
    {
      headers: ['Record ID', 'Record ID - Company', 'Company ID'],
      to: [field('External ID', 'HubSpot ID')],
    },
    { headers: ['Company name'], to: [organizationName] },
    { headers: ['Type'], to: [field('Type', 'Company type')] },
    { headers: ['Industry'], to: [field('Industry')] },
    { headers: ['Website URL'], to: [field('Website', 'Homepage')] },
    { headers: ['Phone Number'], to: [field('Phone', 'Switchboard')] },
    { headers: ['Number of Employees'], to: [field('Employees', 'Number of employees')] },
    { headers: ['Description', 'About Us'], to: [field('Description', 'Notes')] },
    ...hubspotAddress,
  ],
  leftOut: [
    {
      headers: ['Company Domain Name', 'Additional Domains'],
      reason: 'Domains by which HubSpot finds companies.',
    },
    {
      headers: ['Associated Contact'],
      reason: 'Contacts of HubSpot. Import them as customers, with their company.',
    },
    ...hubspotLeftOut,
  ],
  valueSeparator: ';',
  dateOrder: 'iso',
};
