import { requiredParameter } from '../csm/query';
import { badRequest } from '../csm/refusal';
import type { JiraCall } from './call';

const ADMINISTER = {
  id: '0',
  key: 'ADMINISTER',
  name: 'Administer Jira',
  type: 'GLOBAL',
  description: 'Create and administer projects, work types, fields and users of the site.',
};

/** GET /rest/api/3/mypermissions. @throws Refusal 400 for a permission that the sandbox does not know. */
export function myPermissions({ caller, query }: JiraCall): object {
  for (const key of requiredParameter(query, 'permissions').split(',')) {
    if (key !== ADMINISTER.key) throw badRequest(`Unrecognized permission: ${key}`);
  }
  return {
    permissions: { ADMINISTER: { ...ADMINISTER, havePermission: caller.rights.includes('administrator') } },
  };
}
