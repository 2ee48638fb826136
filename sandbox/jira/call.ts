import type { Emulation } from '../csm/call';
import type { Caller } from '../csm/users';

export interface JiraCall {
  readonly site: Emulation;
  readonly caller: Caller;
  readonly query: URLSearchParams;
  readonly body: string | null;
  /** What the path holds in the place of its parameter, decoded. */
  readonly param: string;
}
