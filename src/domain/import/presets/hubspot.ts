import { addressInParts, type LeftOut } from './preset';

/** The parts of an address in HubSpot. Source: knowledge.hubspot.com, default contact and company properties. */
export const hubspotAddress = addressInParts([
  { headers: ['Street Address'] },
  { headers: ['Street Address 2'] },
  { headers: ['City'], own: ['City'] },
  { headers: ['State/Region', 'State'], own: ['State'] },
  { headers: ['Postal Code'], own: ['Postal code'] },
  { headers: ['Country/Region', 'Country'], own: ['Country'] },
]);

/** What HubSpot keeps about any record. */
export const hubspotLeftOut: readonly LeftOut[] = [
  {
    headers: [
      'Associated Contact IDs',
      'Associated Deal IDs',
      'Associated Ticket IDs',
      'Associated Note IDs',
      'Parent Company ID',
    ],
    reason: 'IDs of other records in HubSpot. Your site doesn’t know them.',
  },
  {
    headers: ['Contact owner', 'Company owner', 'HubSpot Team', 'Created by user ID', 'Updated by user ID'],
    reason: 'Someone who works with HubSpot, not a customer.',
  },
  {
    headers: [
      'Create Date',
      'Last Modified Date',
      'Last Activity Date',
      'Last Contacted',
      'Original Source',
      'Original Traffic Source',
    ],
    reason: 'What HubSpot keeps about the record itself.',
  },
  {
    headers: ['Lifecycle Stage', 'Lead Status', 'Marketing contact status', 'Associated Deal', 'Associated Note'],
    reason: 'Where the record stands in sales and marketing.',
  },
];
