import { lookWords } from './look';
import type { Sync } from './sync';

/** What a look at the site has found, as who is told reads it. */
export interface EditNews {
  title: string;
  lines: string[];
}

/**
 * What is to be told of the last look; null where that is nothing new. It is the same news for as long as looks find the same
 * records with the same differences. What was sent again, however, was edited anew since.
 */
export function newsOfEdits({ name, look, run, toldOfEdits }: Sync): EditNews | null {
  if (look === null || look.edited + look.missing === 0) return null;
  if (run?.no === look.no && run.phase === 'looking') return null;
  if (toldOfEdits?.no === look.no) return null;
  const isEditedAnew = look.putsBack && look.edited > 0;
  if (toldOfEdits?.found === look.found && !isEditedAnew) return null;
  return {
    title: look.edited > 0 ? 'records were edited on your site' : 'records are no longer on your site',
    lines: [
      `Records compared: ${look.compared.toLocaleString('en')}.`,
      lookWords(look, look.no),
      `Open Sync > ${name} in CSM Console to see what differs, and to decide.`,
    ],
  };
}

/** Whether the last look has found that all is as it should be: what was told before is over. */
export const areEditsOver = ({ look }: Sync): boolean =>
  look !== null && look.isDone && look.edited + look.missing === 0;
