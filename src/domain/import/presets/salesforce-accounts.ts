import { field, organizationName, type Preset } from './preset';
import { salesforceAddress, salesforceLeftOut } from './salesforce';

/**
 * Accounts of Salesforce, by their API names or their labels. Source: Object Reference for the Salesforce Platform,
 * Account, https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_account.htm
 */
export const salesforceAccounts: Preset = {
  id: 'salesforce-accounts',
  name: 'accounts from Salesforce',
  about: 'organizations',
  signature: {
    all: [
      ['Account ID', 'Id'],
      ['Account Name', 'Name'],
    ],
    some: {
      least: 2,
      of: [
        'Parent ID',
        'Parent Account ID',
        'Billing Street',
        'Billing City',
        'Billing Country',
        'Account Number',
        'Account Source',
        'Account Owner',
        'Annual Revenue',
        'Number Of Employees',
        'Owner ID',
        'Is Deleted',
        'System Modstamp',
      ],
    },
    none: ['Contact ID', 'Last name', 'Record ID', 'Email'],
  },
  columns: [
    { headers: ['Account ID', 'Id'], to: [field('External ID', 'Salesforce ID')] },
    { headers: ['Account Name', 'Name'], to: [organizationName] },
    { headers: ['Type', 'Account Type'], to: [field('Type', 'Account type')] },
    { headers: ['Industry'], to: [field('Industry')] },
    { headers: ['Website'], to: [field('Website', 'Homepage')] },
    { headers: ['Phone', 'Account Phone'], to: [field('Phone', 'Switchboard')] },
    { headers: ['Number Of Employees', 'Employees'], to: [field('Employees', 'Number of employees')] },
    { headers: ['Account Description', 'Description'], to: [field('Description', 'Notes')] },
    ...salesforceAddress('Billing'),
  ],
  leftOut: salesforceLeftOut,
  valueSeparator: ';',
};
