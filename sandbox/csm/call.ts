import type { Faults } from './faults';
import type { Journal } from './journal';
import type { BodyOf, OperationId } from './operation';
import type { SiteSettings } from './settings';
import type { SiteState } from './state';
import type { KeyUses } from './tasks/keys';
import type { TaskQueue } from './tasks/queue';
import type { Caller } from './users';

/** The site as its handlers see it. */
export interface Emulation {
  readonly state: SiteState;
  readonly settings: SiteSettings;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly tasks: TaskQueue;
  readonly keys: KeyUses;
  readonly now: () => number;
  readonly random: () => number;
}

export interface Call<Id extends OperationId> {
  readonly site: Emulation;
  readonly id: Id;
  readonly caller: Caller;
  /** A path parameter, decoded. */
  readonly param: (name: string) => string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it came, for comparing requests under one idempotency key. */
  readonly text: string;
  /** @throws Refusal 400 where the body is not what the contract asks for. */
  readonly body: () => BodyOf<Id>;
}

/** Answers a call with the body of a success, or undefined for 204. */
export type Handler<Id extends OperationId> = (call: Call<Id>) => object | undefined;

export type Handlers<Ids extends OperationId> = { readonly [Id in Ids]: Handler<Id> };
