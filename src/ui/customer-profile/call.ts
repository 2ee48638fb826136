import { profileResolvers } from '../../contract/profile';
import { callerOf } from '../shared/caller';

/** Calls a resolver of the profile. */
export const call = callerOf(profileResolvers);
