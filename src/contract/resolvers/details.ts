import * as v from 'valibot';
import { detailHolderSchema } from '../details';

const values = v.array(v.pipe(v.string(), v.maxLength(255)));

/** Detail values, whichever entity holds them. */
export const detailResolvers = {
  /**
   * Sets the values of one field; no values clear it. `seen` is what the page showed: if the field holds something
   * else by now, nothing is written and the answer is CONFLICT with what it holds.
   */
  'details.set': {
    request: v.object({ holder: detailHolderSchema, field: v.string(), values, seen: v.array(v.string()) }),
    response: v.object({ values: v.array(v.string()) }),
  },
} as const;
