import { field, organizationName, type Preset } from './preset';
import { zendeskLeftOut } from './zendesk';

/**
 * Organizations of Zendesk: the columns of its own organization files, and those of the API. Sources:
 * https://support.zendesk.com/hc/en-us/articles/4408885980186-Bulk-importing-organizations,
 * https://developer.zendesk.com/api-reference/ticketing/organizations/organizations/
 */
export const zendeskOrganizations: Preset = {
  id: 'zendesk-organizations',
  name: 'organizations from Zendesk',
  about: 'organizations',
  signature: {
    all: ['name', ['domain_names', 'default', 'shared', 'shared_tickets', 'shared_comments']],
    some: {
      least: 2,
      of: ['external_id', 'details', 'notes', 'tags', 'group', 'group_id', 'shared_tickets', 'shared_comments'],
    },
    none: ['email', 'role'],
  },
  columns: [
    { headers: ['external_id'], to: [field('External ID')] },
    { headers: ['id'], to: [field('Zendesk ID', 'External ID')] },
    { headers: ['name'], to: [organizationName] },
    { headers: ['notes'], to: [field('Notes')] },
    // What the guide to these files puts there.
    { headers: ['details'], to: [field('Details', 'Address')] },
    { headers: ['tags'], to: [field('Tags')] },
  ],
  leftOut: [
    {
      headers: ['domain_names', 'default'],
      reason: 'Domains by which Zendesk puts people into the organization.',
    },
    {
      headers: ['group', 'shared', 'shared_tickets', 'shared_comments'],
      reason: 'How the organization’s tickets are handled in Zendesk.',
    },
    ...zendeskLeftOut,
  ],
  valueSeparator: '|',
  dateOrder: 'iso',
};
