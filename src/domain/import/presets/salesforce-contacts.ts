import { displayName, email, field, memberOf, nameInParts, type Preset } from './preset';
import { salesforceAddress, salesforceLeftOut } from './salesforce';

/**
 * Contacts of Salesforce, as Data Export and Data Loader write them (API names: FirstName) and as reports do (labels:
 * First Name). Source: Object Reference for the Salesforce Platform, Contact,
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_contact.htm
 */
export const salesforceContacts: Preset = {
  id: 'salesforce-contacts',
  name: 'contacts from Salesforce',
  about: 'customers',
  signature: {
    all: [['Contact ID', 'Id'], 'Last name', 'Email'],
    some: {
      least: 2,
      of: [
        'Account ID',
        'Account Name',
        'Salutation',
        'Mailing Street',
        'Mailing City',
        'Mailing Country',
        'Lead Source',
        'Reports To ID',
        'Owner ID',
        'Is Deleted',
        'System Modstamp',
      ],
    },
    none: ['Record ID'],
  },
  columns: [
    { headers: ['Contact ID', 'Id'], to: [field('External ID', 'Salesforce ID')] },
    { headers: ['Full Name', 'Name', 'Contact Name'], to: [displayName] },
    ...nameInParts,
    { headers: ['Email'], to: [email] },
    { headers: ['Account Name'], to: [memberOf] },
    { headers: ['Phone', 'Business Phone'], to: [field('Phone', 'Business phone')] },
    { headers: ['Mobile', 'Mobile Phone'], to: [field('Mobile', 'Mobile phone', 'Phone')] },
    { headers: ['Title'], to: [field('Title', 'Job title')] },
    ...salesforceAddress('Mailing'),
    { headers: ['Contact Description', 'Description'], to: [field('Description', 'Notes')] },
  ],
  leftOut: [
    {
      headers: ['Account ID'],
      reason: 'An ID of Salesforce. Organizations are found by the name of the account.',
    },
    ...salesforceLeftOut,
  ],
  valueSeparator: ';',
};
