import type { profileResolvers } from '../../contract/profile';
import type { HandlersFor } from '../define';

export type ProfileHandlers = HandlersFor<typeof profileResolvers>;
export type ProfileHandler<N extends keyof ProfileHandlers> = ProfileHandlers[N];
