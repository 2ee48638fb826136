import type { LeftOut } from './preset';

/** What Zendesk keeps about any record. Source: https://developer.zendesk.com/api-reference/ticketing/users/users/ */
export const zendeskLeftOut: readonly LeftOut[] = [
  {
    headers: ['id', 'organization_id', 'group_id', 'default_group_id', 'custom_role_id', 'locale_id', 'brand_id'],
    reason: 'An ID of Zendesk. Your site doesn’t know it.',
  },
  {
    headers: ['created_at', 'updated_at', 'deleted_at', 'last_login_at', 'url', 'photo', 'remote_photo_url'],
    reason: 'What Zendesk keeps about the record itself.',
  },
];
