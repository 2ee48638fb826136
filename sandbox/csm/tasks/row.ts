import type { Emulation } from '../call';
import { writeDetail, type DetailChange, type DetailWrite } from '../details';
import type { DetailValues } from '../model';
import type { Refusal } from '../refusal';
import { fold } from '../registry';
import type { Caller } from '../users';
import type { TaskFailure, TaskRow } from './task';

type Operation = TaskFailure['operation'];
type Part = TaskFailure['operatedOn'];

/** What the rows of one task have in common. */
export interface RowSite {
  readonly site: Emulation;
  readonly caller: Caller;
}

/** Names a failure the way the API does: by the entity as the row gave it, without a row number. */
export interface Failures {
  /** Its id alone tells what it is about: it lists no others. */
  readonly whole: (error: string) => TaskFailure;
  readonly part: (operatedOn: Part, ids: readonly string[], error: string, operation?: Operation) => TaskFailure;
}

/** The part of a failure that means that nothing of the row was written. */
const WHOLE: Readonly<Record<TaskFailure['entity'], Part>> = {
  CUSTOMER: 'CUSTOMER_ACCOUNT',
  ORGANIZATION: 'ORGANIZATION',
};

export function failuresOf(entity: TaskFailure['entity'], entityId: string, operation: Operation): Failures {
  const part: Failures['part'] = (operatedOn, ids, error, own = operation) => ({
    entity,
    entityId,
    operation: own,
    operatedOn,
    operatedOnIds: [...ids],
    error,
  });
  return { part, whole: (error) => part(WHOLE[entity], [], error) };
}

/** A row from the way it names its failures. */
export function rowOf(
  failures: Failures,
  from: { subject: string; touches: readonly string[]; apply: TaskRow['apply'] },
): TaskRow {
  return {
    ...from,
    fail: failures.whole,
    isWhole: (list) => list.some((failure) => failure.operatedOn === WHOLE[failure.entity]),
  };
}

export function writeDetails(
  { site, caller }: RowSite,
  entity: { type: 'customer' | 'organization'; details: DetailValues },
  writes: readonly (DetailWrite & { operation?: DetailChange })[],
  failures: Failures,
): TaskFailure[] {
  return writes.flatMap((write) => {
    const result = writeDetail(site.state, entity, write, caller);
    return result instanceof Error
      ? [failures.part('DETAIL_FIELD', [write.name], result.message, write.operation)]
      : [];
  });
}

export function failureOf(refusal: Refusal | null, failure: (error: string) => TaskFailure): TaskFailure[] {
  return refusal === null ? [] : [failure(refusal.message)];
}

/** All the names under which a customer can be told, given one of them. */
export function customerTouches(site: Emulation, customerId: string | undefined, email: string | undefined): string[] {
  const known =
    customerId === undefined
      ? email === undefined
        ? undefined
        : site.state.customers.find(email)
      : site.state.customers.get(customerId);
  const id = known?.id ?? customerId;
  const address = known?.email ?? (customerId === undefined ? email : undefined);
  return [
    ...(id === undefined ? [] : [`customer ${id}`]),
    ...(address === undefined ? [] : [`customer ${fold(address)}`]),
  ];
}

/** All the names under which an organization can be told, given some of them. */
export function organizationTouches(site: Emulation, id: string | undefined, name: string | undefined): string[] {
  const known =
    id === undefined
      ? name === undefined
        ? undefined
        : site.state.organizations.find(name)
      : site.state.organizations.get(id);
  const ids = new Set([id, known?.id].filter((each) => each !== undefined));
  const names = new Set([name, known?.name].filter((each) => each !== undefined).map(fold));
  return [...[...ids].map((each) => `organization ${each}`), ...[...names].map((each) => `organization "${each}"`)];
}
