import type { CsmRequest } from './model';

/** The help centers of every site; the API has no operation that lists them. */
export const HELP_CENTERS: readonly string[] = ['c0ffee00-0000-4000-a000-00000000c5a1'];

const PROJECT_KEY = 'CARE';
const FIRST_ISSUE_ID = 10_001;

const COMMENTS_PER_REQUEST = 1_000;

/** The id of the next comment: no other request has it, as long as none has a thousand. */
export function commentIdOf({ id, comments }: CsmRequest): string {
  return String(Number(id) * COMMENTS_PER_REQUEST + comments.length);
}

/** The id and key of the next issue of the project that takes requests, after `before` others. */
export function issueOf(before: number): { id: string; key: string } {
  return { id: String(FIRST_ISSUE_ID + before), key: `${PROJECT_KEY}-${before + 1}` };
}
