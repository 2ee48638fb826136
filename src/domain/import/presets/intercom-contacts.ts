import { displayName, email, field, memberOf, type Preset } from './preset';

/**
 * Users and leads of Intercom: the columns of its lists (labels: Signed up) and those of the API (signed_up_at), which
 * writes times as seconds since 1970. Sources: https://www.intercom.com/help/en/articles/320-tracking-user-data-in-intercom,
 * https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts
 */
export const intercomContacts: Preset = {
  id: 'intercom-contacts',
  name: 'users from Intercom',
  about: 'customers',
  signature: {
    all: ['email', ['user_id', 'external_id', 'Intercom ID', 'Contact ID', 'id']],
    some: {
      least: 2,
      of: [
        'Signed up',
        'signed_up_at',
        'First seen',
        'Last seen',
        'last_seen_at',
        'last_request_at',
        'Last contacted',
        'last_contacted_at',
        'Last heard from',
        'last_replied_at',
        'Last opened email',
        'Web sessions',
        'session_count',
        'Browser language',
        'unsubscribed_from_emails',
        'marked_email_as_spam',
        'workspace_id',
      ],
    },
  },
  columns: [
    { headers: ['user_id', 'external_id'], to: [field('External ID')] },
    { headers: ['Intercom ID', 'Contact ID', 'id'], to: [field('Intercom ID', 'External ID')] },
    { headers: ['name', 'Full name'], to: [displayName] },
    { headers: ['email'], to: [email] },
    { headers: ['Company name', 'companies', 'company'], to: [memberOf] },
    { headers: ['phone', 'Phone number'], to: [field('Phone')] },
    { headers: ['Job title'], to: [field('Title', 'Job title')] },
    {
      headers: ['Language override', 'language_override', 'Browser language', 'language'],
      to: [field('Preferred language', 'Language')],
    },
    { headers: ['Signed up', 'signed_up_at'], to: [field('Signed up', 'Customer since', 'Since')] },
    { headers: ['Tags', 'Tag'], to: [field('Tags')] },
  ],
  leftOut: [
    {
      headers: ['Intercom ID', 'Contact ID', 'id', 'Company ID', 'workspace_id', 'owner_id', 'Segment', 'Segments'],
      reason: 'An ID or a list of Intercom. Your site doesn’t know it.',
    },
    {
      headers: [
        'First seen',
        'Last seen',
        'last_seen_at',
        'last_request_at',
        'Last contacted',
        'last_contacted_at',
        'Last heard from',
        'last_replied_at',
        'Last opened email',
        'Last clicked on link in email',
        'Web sessions',
        'session_count',
        'created_at',
        'updated_at',
      ],
      reason: 'What Intercom has seen the person do.',
    },
    {
      headers: ['type', 'role', 'owner', 'unsubscribed_from_emails', 'marked_email_as_spam', 'has_hard_bounced'],
      reason: 'How Intercom treats the person.',
    },
  ],
  valueSeparator: ',',
  dateOrder: 'iso',
};
