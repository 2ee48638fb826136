import { useState } from 'react';
import type { CustomerSummary } from '../../../contract/customers';
import { type CallError, toCallError } from '../../shared/call-error';
import { useHandler } from '../../shared/use-handler';

/** A customer whom somebody has asked to add; `error` is why it has failed. */
export interface Addition {
  customer: CustomerSummary;
  state: 'adding' | 'added' | 'failed';
  error: CallError | null;
}

interface Additions {
  /** By the ids of the customers, in the order in which they were asked for. */
  additions: ReadonlyMap<string, Addition>;
  add: (customer: CustomerSummary) => void;
}

/** Additions side by side: on a slow site nobody waits for one before the next, whatever is looked for meanwhile. */
export function useAdditions(onAdd: (customer: CustomerSummary) => Promise<void> | void): Additions {
  const [additions, setAdditions] = useState<ReadonlyMap<string, Addition>>(new Map());
  const tell = (addition: Addition) => setAdditions((now) => new Map(now).set(addition.customer.id, addition));
  const add = useHandler((customer: CustomerSummary) => {
    if (additions.get(customer.id)?.state === 'adding') return;
    tell({ customer, state: 'adding', error: null });
    Promise.resolve(onAdd(customer)).then(
      () => tell({ customer, state: 'added', error: null }),
      (error: unknown) => tell({ customer, state: 'failed', error: toCallError(error) }),
    );
  });
  return { additions, add };
}
