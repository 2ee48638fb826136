import type { Person } from '../../../contract/person';
import { isFormer } from '../../../domain/people';

/** What helps where a sync or a rule has stopped because its owner may not do what it does. */
export const helpWords = (owner: Person, noun: 'sync' | 'rule'): string =>
  isFormer(owner.accountId)
    ? `Take the ${noun} over: it acts as you then, and carries on.`
    : `Give them back what they may do, or take the ${noun} over: it acts as you then, and carries on.`;
