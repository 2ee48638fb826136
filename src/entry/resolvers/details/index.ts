import type { detailResolvers } from '../../../contract/resolvers/details';
import { refuseIfChanged } from '../../changed';
import type { Handler, HandlersOf } from '../../define';
import { Refusal } from '../../refusal';
import { readDetails, writeDetail } from './holder';

const set: Handler<'details.set'> = async ({ holder, field, values, seen }, { csm }) => {
  const held = (await readDetails(csm, holder)).find(({ name }) => name === field);
  if (held === undefined) {
    throw new Refusal('NOT_FOUND', `There is no detail field “${field}” that you may see.`, 'Reload the page.');
  }
  refuseIfChanged(field, seen, held.values ?? []);
  const written = await writeDetail(csm, holder, field, values);
  return { values: written.values ?? values };
};

export const detailHandlers: HandlersOf<typeof detailResolvers> = { 'details.set': set };
