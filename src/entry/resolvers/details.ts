import type { detailResolvers } from '../../contract/resolvers/details';
import type { Handler, HandlersOf } from '../define';
import { noting } from '../directory/noting';
import { holderOf } from '../entitlement-holder';
import { setDetail } from '../details/set-detail';

const set: Handler<'details.set'> = async ({ holder, ...change }, { csm }) => ({
  values: await setDetail(csm, holder, change),
});

export const detailHandlers: HandlersOf<typeof detailResolvers> = {
  'details.set': noting(set, async ({ holder: { entity, id } }, _, { csm }) => [
    entity === 'entitlement' ? await holderOf(csm, id) : { entity, id },
  ]),
};
