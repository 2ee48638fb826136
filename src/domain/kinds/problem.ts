import { cutGroup } from '../jobs/reason-group';

/** Why a row cannot be imported, besides its number. */
export interface RowProblem {
  /** The header of the column, or null when the row as a whole is at fault. */
  column: string | null;
  value: string;
  /** A sentence that names the rule and what would be right, without the value. */
  message: string;
  /** What the problem is called when many rows share it; the message, if that fits all of them. */
  group?: string;
  /** What is likely meant instead of the value. */
  meant?: string;
  /** The value is right for its cell: what is wrong is the row, beside others. Nothing can be put for it. */
  isOfRow?: true;
  /** The row is about the same as this earlier one, and in order but for that. */
  sameAs?: number;
  /** An earlier row about the same says something else in this column. */
  contradicts?: true;
  /** The row falls into other cells than the header has: nothing can be corrected but the file. */
  isOfShape?: true;
  /** The row can be imported without what stands in the cell, all the same. */
  canLeaveCell?: true;
  /** The value names something that the site does not have, and that could be created before the row is imported. */
  missing?: 'organization' | 'product';
}

/** Characters of a value that a sentence quotes. */
const QUOTED_CHARS = 60;

function quoted(value: string): string {
  const line = value.replaceAll(/\s+/g, ' ');
  return line.length > QUOTED_CHARS ? `"${line.slice(0, QUOTED_CHARS)}…"` : `"${line}"`;
}

/** A problem as one sentence that stands alone, as it is written beside a row that was left out. */
export function problemSentence({ column, value, message }: RowProblem): string {
  if (column === null) return message;
  return value === '' ? `${column}: ${message}` : `${column}, ${quoted(value)}: ${message}`;
}

/** What a problem is called when many rows share it, beside its column. */
export const sharedMessage = ({ message, group = message }: RowProblem): string => group;

/** What a problem is called when many rows share it, as it stands in the account of a job. */
export function problemGroup(problem: RowProblem): string {
  const group = sharedMessage(problem);
  return cutGroup(problem.column === null ? group : `${problem.column}: ${group}`);
}

/** A problem of the row as a whole. `group` is what it is called when many rows share it. */
export function ofWholeRow(message: string, group?: string): RowProblem {
  return { column: null, value: '', message, ...(group && { group }) };
}
