import { useCallback, useEffect, useRef, useState } from 'react';
import { type Candidate, MAX_RECOGNIZED } from '../../../../contract/customers';
import type { Addition } from '../../../../contract/organizations';
import type { Recipient } from '../../../../domain/recipients/read';
import { call } from '../../../shared/call';
import { type CallError, toCallError } from '../../../shared/call-error';
import { type Action, useAction } from '../../../shared/use-action';
import { type Line, type PastedPerson, type Sent, linesOf, readyOf, wantedOf } from './pasted-list';

/** Adds customers and tells of each as soon as it is known. Rejects with CallError where it cannot go on. */
export type AddAll = (customers: readonly Candidate[], tell: (additions: readonly Addition[]) => void) => Promise<void>;

export interface PastedList {
  lines: readonly Line[];
  leaveOut: (key: number) => void;
  choose: (key: number, customerId: string) => void;
  /** Why the search for them ended; null while it goes on and once it is done. */
  error: CallError | null;
  findAgain: () => void;
  /** Adds all who are found. */
  adding: Action;
}

/** The people of a pasted list: found ten by ten, each to be left out or chosen among several, then added together. */
export function usePastedList(
  recipients: readonly Recipient[],
  organizationId: string | null,
  members: readonly string[],
  addAll: AddAll,
): PastedList {
  const { people, setPeople, error, findAgain } = useFound(recipients, organizationId);
  const [sent, setSent] = useState<Sent>(new Map());
  const lines = linesOf(people, members, sent);
  const adding = useAction(async () => {
    const ready = readyOf(lines);
    const tell = (outcomes: readonly (readonly [string, Addition | 'adding'])[]) =>
      setSent((now) => new Map([...now, ...outcomes]));
    tell(ready.map(({ id }) => [id, 'adding']));
    try {
      await addAll(ready, (additions) => tell(additions.map((one) => [one.customerId, one])));
    } finally {
      // What was not told of was not sent: it is as it was before.
      setSent((now) => new Map([...now].filter(([, outcome]) => outcome !== 'adding')));
    }
  });
  return {
    lines,
    leaveOut: (key) => setPeople((now) => now.filter((person) => person.key !== key)),
    choose: (key, chosenId) =>
      setPeople((now) => now.map((person) => (person.key === key ? { ...person, chosenId } : person))),
    error,
    findAgain,
    adding,
  };
}

function useFound(recipients: readonly Recipient[], organizationId: string | null) {
  const [people, setPeople] = useState<readonly PastedPerson[]>(() =>
    recipients.map((recipient, key) => ({
      key,
      recipient,
      candidates: wantedOf(recipient) === null ? [] : null,
      chosenId: null,
    })),
  );
  const [error, setError] = useState<CallError | null>(null);
  const [turn, setTurn] = useState(0);
  const latest = useRef(people);
  useEffect(() => {
    latest.current = people;
  }, [people]);
  useEffect(() => {
    let isCurrent = true;
    const unknown = latest.current.filter(({ candidates }) => candidates === null);
    const find = async () => {
      for (let from = 0; from < unknown.length && isCurrent; from += MAX_RECOGNIZED) {
        const some = unknown.slice(from, from + MAX_RECOGNIZED);
        const wanted = some.flatMap(({ recipient }) => wantedOf(recipient) ?? []);
        const { candidates } = await call('customers.recognize', { wanted, organizationId });
        const found = new Map(some.map(({ key }, at) => [key, candidates[at] ?? []]));
        setPeople((now) =>
          now.map((person) => ({ ...person, candidates: found.get(person.key) ?? person.candidates })),
        );
      }
      if (isCurrent) setError(null);
    };
    find().catch((thrown: unknown) => {
      if (isCurrent) setError(toCallError(thrown));
    });
    return () => {
      isCurrent = false;
    };
  }, [turn, organizationId]);
  const findAgain = useCallback(() => setTurn((last) => last + 1), []);
  return { people, setPeople, error, findAgain };
}
