import { displayName, email, field, memberOf, type Preset } from './preset';
import { zendeskLeftOut } from './zendesk';

/**
 * Users of Zendesk: the columns of its own user files, and those of the API, which exports of all sorts write. Sources:
 * https://support.zendesk.com/hc/en-us/articles/4408893496218-Bulk-importing-users,
 * https://developer.zendesk.com/api-reference/ticketing/users/users/
 */
export const zendeskUsers: Preset = {
  id: 'zendesk-users',
  name: 'users from Zendesk',
  about: 'customers',
  signature: {
    all: ['name', 'email', 'role'],
    some: {
      least: 2,
      of: [
        'external_id',
        'details',
        'notes',
        'restriction',
        'ticket_restriction',
        'organization',
        'organization_id',
        'tags',
        'brand',
        'locale_id',
        'time_zone',
        'iana_time_zone',
        'shared_phone_number',
        'last_login_at',
      ],
    },
  },
  columns: [
    { headers: ['external_id'], to: [field('External ID')] },
    { headers: ['id'], to: [field('Zendesk ID', 'External ID')] },
    { headers: ['name'], to: [displayName] },
    { headers: ['email'], to: [email] },
    { headers: ['organization', 'organization_name'], to: [memberOf] },
    { headers: ['phone'], to: [field('Phone')] },
    { headers: ['locale', 'language'], to: [field('Preferred language', 'Language')] },
    { headers: ['notes'], to: [field('Notes')] },
    { headers: ['details'], to: [field('Details')] },
    { headers: ['tags'], to: [field('Tags')] },
  ],
  leftOut: [
    {
      headers: [
        'role',
        'role_type',
        'restriction',
        'ticket_restriction',
        'brand',
        'active',
        'suspended',
        'verified',
        'moderator',
        'shared',
        'shared_agent',
        'shared_phone_number',
        'only_private_comments',
        'restricted_agent',
        'two_factor_auth_enabled',
        'chat_only',
        'report_csv',
      ],
      reason: 'What the person may do in Zendesk.',
    },
    ...zendeskLeftOut,
  ],
  // Names of organizations have commas: what is between several has to be another sign.
  valueSeparator: '|',
  dateOrder: 'iso',
};
