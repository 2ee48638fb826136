import { events } from '@forge/bridge';
import { useEffect } from 'react';
import * as v from 'valibot';
import { useHandler } from '../shared/use-handler';

/** What the places of an issue that show a profile tell each other. */
interface News<T> {
  name: string;
  schema: v.GenericSchema<unknown, T>;
}

/** What a field of a customer holds by now. */
export const valueChanged = {
  name: 'customer-value-changed',
  schema: v.object({ customerId: v.string(), field: v.string(), values: v.array(v.string()) }),
};

/** Whoever looks may not see the issue any more. */
export const issueHidden = { name: 'customer-issue-hidden', schema: v.object({ issueKey: v.string() }) };

export const tell = <T>({ name }: News<T>, what: T): void => void events.emit(name, what);

/** Hears what the other places tell; a product may tell this one what it has told itself, too. */
export function useTold<T>({ name, schema }: News<T>, onTold: (what: T) => void): void {
  const hear = useHandler(onTold);
  useEffect(() => {
    const subscription = events.on(name, (payload: unknown) => {
      const told = v.safeParse(schema, payload);
      if (told.success) hear(told.output);
    });
    return () => void subscription.then(({ unsubscribe }) => unsubscribe());
  }, [name, schema, hear]);
}
