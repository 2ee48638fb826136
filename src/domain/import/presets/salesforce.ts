import { addressInParts, type LeftOut } from './preset';

/** The parts of an address in Salesforce, as exports ("MailingCity") and reports ("Mailing City") call them. */
export const salesforceAddress = (of: 'Mailing' | 'Billing') =>
  addressInParts([
    { headers: [`${of} Street`, `${of} Address Line 1`] },
    { headers: [`${of} City`], own: ['City'] },
    { headers: [`${of} State/Province`, `${of} State`], own: ['State'] },
    { headers: [`${of} Zip/Postal Code`, `${of} Postal Code`], own: ['Postal code'] },
    { headers: [`${of} Country`], own: ['Country'] },
  ]);

/** What Salesforce keeps about any record. */
export const salesforceLeftOut: readonly LeftOut[] = [
  {
    headers: [
      'Owner ID',
      'Parent ID',
      'Parent Account ID',
      'Master Record ID',
      'Reports To ID',
      'Individual ID',
      'Record Type ID',
      'Created By ID',
      'Last Modified By ID',
      'Jigsaw Contact ID',
      'Jigsaw Company ID',
    ],
    reason: 'An ID of another record in Salesforce. Your site doesn’t know it.',
  },
  {
    headers: ['Account Owner', 'Contact Owner', 'Account Owner Alias', 'Created By', 'Last Modified By'],
    reason: 'Someone who works with Salesforce, not a customer.',
  },
  {
    headers: [
      'Is Deleted',
      'System Modstamp',
      'Created Date',
      'Last Modified Date',
      'Last Activity Date',
      'Last Activity',
      'Last Viewed Date',
      'Last Referenced Date',
      'Last CU Request Date',
      'Last CU Update Date',
      'Is Email Bounced',
      'Email Bounced Reason',
      'Email Bounced Date',
      'Photo URL',
      'Clean Status',
      'Jigsaw',
    ],
    reason: 'What Salesforce keeps about the record itself.',
  },
];
