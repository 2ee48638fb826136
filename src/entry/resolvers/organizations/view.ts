import type { CsmClient } from '../../../csm/client';
import { detailValuesOf } from '../../../csm/detail-values';
import type { SiteError } from '../../../platform/http/site-error';
import type { Handler } from '../../define';
import { part } from '../../part';
import { totalsOf } from './totals';

const isMissing = ({ kind }: SiteError): boolean => kind === 'not-found';

/** Both parts at once. One that the site refuses does not cost the other; an organization that is not there costs both. */
export const get: Handler<'organizations.get'> = async ({ id }, { csm }) => {
  const [record, profile] = await Promise.all([
    part('organizations.get', readRecord(csm, id), isMissing),
    part('organizations.get', readProfile(csm, id), isMissing),
  ]);
  return { id, record, profile };
};

/** With every field, its options and its place: what an editor needs and a profile does not say. */
async function readRecord(csm: CsmClient, organizationId: string) {
  const { name, details } = await csm.call('get-organization', { path: { organizationId } });
  return { name, details: detailValuesOf(details) };
}

async function readProfile(csm: CsmClient, organizationId: string) {
  const profile = await csm.call('get-organization-profile', { path: { organizationId } });
  return { name: profile.name, ...totalsOf(profile) };
}
