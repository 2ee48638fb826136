import { createContext, useContext } from 'react';
import { profileResolvers } from '../../contract/profile';
import { CallError } from '../shared/call-error';
import { callerOf } from '../shared/caller';

const callProfile = callerOf(profileResolvers);

/** Calls a resolver of the profile. */
export type Call = typeof callProfile;

/** Calls them, and tells when one of them answers that whoever looks may not see the issue any more. */
export function callWatching(onHidden: () => void): Call {
  return async (name, request) => {
    try {
      return await callProfile(name, request);
    } catch (error) {
      if (error instanceof CallError && error.code === 'NOT_FOUND') onHidden();
      throw error;
    }
  };
}

/** How everything within the profile calls its resolvers. */
export const CallContext = createContext<Call>(callProfile);

export const useCall = (): Call => useContext(CallContext);
