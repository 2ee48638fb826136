import { resolvers } from '../../contract/resolvers';
import { callerOf } from './caller';

/** Calls a resolver of the console. */
export const call = callerOf(resolvers);
