import { atlassianCustomers } from './atlassian-customers';
import { atlassianOrganizations } from './atlassian-organizations';
import { hubspotCompanies } from './hubspot-companies';
import { hubspotContacts } from './hubspot-contacts';
import { intercomContacts } from './intercom-contacts';
import type { Preset } from './preset';
import { salesforceAccounts } from './salesforce-accounts';
import { salesforceContacts } from './salesforce-contacts';
import { zendeskOrganizations } from './zendesk-organizations';
import { zendeskUsers } from './zendesk-users';

/** Every export that is known. A file that two of them fit equally is taken for the first. */
export const presets: readonly Preset[] = [
  salesforceContacts,
  salesforceAccounts,
  hubspotContacts,
  hubspotCompanies,
  zendeskUsers,
  zendeskOrganizations,
  intercomContacts,
  atlassianCustomers,
  atlassianOrganizations,
];
