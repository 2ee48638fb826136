import type { accessResolvers } from '../../contract/resolvers/access';
import type { HandlersOf } from '../define';

export const accessHandlers: HandlersOf<typeof accessResolvers> = {
  'access.check': () => Promise.resolve({}),
};
