import * as v from 'valibot';
import { detailHolderSchema, valueChangeSchema } from '../details';

/** Detail values, whichever entity holds them. */
export const detailResolvers = {
  /**
   * Sets the values of one field. If it holds something else by now than was seen, nothing is written and the answer is
   * CONFLICT with what it holds; CONFLICT without that for a field of another type. NOT_FOUND for a field or a holder
   * that the caller does not see.
   */
  'details.set': {
    request: v.object({ holder: detailHolderSchema, ...valueChangeSchema.entries }),
    response: v.object({ values: v.array(v.string()) }),
  },
} as const;
