import { profileResolvers } from '../../contract/profile';
import { type Authorise, defineResolvers } from '../define';
import { menu } from './menu';
import { open, person } from './open';
import { rest } from './rest';
import { set } from './set';

/**
 * Anybody who can see the issue may call: each handler reads the issue as the caller first, or asks for a statement that
 * the back end made when it did. The rest are the rights that the site itself gives the caller.
 */
const whoeverSeesTheIssue: Authorise = () => Promise.resolve(null);

/** The resolver of the profile on an issue, of its panel and of its place in the right column. */
export const profileResolver = defineResolvers(
  profileResolvers,
  {
    'profile.open': open,
    'profile.person': person,
    'profile.rest': rest,
    'profile.menu': menu,
    'profile.set': set,
  },
  whoeverSeesTheIssue,
);
