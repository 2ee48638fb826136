import { events } from '@forge/bridge';
import { useEffect } from 'react';
import * as v from 'valibot';
import { useHandler } from '../shared/use-handler';

const EVENT = 'customer-value-changed';

const changeSchema = v.object({ customerId: v.string(), field: v.string(), values: v.array(v.string()) });
type ValueChange = v.InferOutput<typeof changeSchema>;

/** Tells the other places of the issue that show a profile what a field holds by now. */
export const tellChange = (change: ValueChange): void => void events.emit(EVENT, change);

/** Hears what the other places tell; a product may tell this one what it has told itself, too. */
export function useChanges(onChange: (change: ValueChange) => void): void {
  const hear = useHandler(onChange);
  useEffect(() => {
    const subscription = events.on(EVENT, (payload: unknown) => {
      const change = v.safeParse(changeSchema, payload);
      if (change.success) hear(change.output);
    });
    return () => void subscription.then(({ unsubscribe }) => unsubscribe());
  }, [hear]);
}
