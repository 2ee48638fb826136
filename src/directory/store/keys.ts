import type { DirectoryEntity } from '../../contract/directory';
import type { Likeness } from '../../contract/directory-report';
import type { Scan } from '../../domain/directory/state';

/** The lists that a reading puts aside on its way. */
export type Stage = keyof Scan['chunks'] | 'partial' | 'report-fields' | 'report-tally' | `report-${Likeness}`;

const DATA = 'directory-data:';

/** The keys under which the directory keeps what it knows. */
export const keys = {
  head: 'directory-head',
  scan: 'directory-scan',
  changes: 'directory-changes',
  views: 'directory-views',
  history: 'directory-history',
  /** What the keys of all values begin with, and those of one generation. */
  data: DATA,
  generation: (generation: string) => `${DATA}${generation}:`,
  part: (generation: string, entity: DirectoryEntity, part: number) => `${DATA}${generation}:${entity}:${part}`,
  report: (generation: string) => `${DATA}${generation}:report`,
  stage: (generation: string, stage: Stage, chunk: number) => `${DATA}${generation}:stage-${stage}:${chunk}`,
  choices: 'directory-choice:',
  choice: (id: string) => `directory-choice:${id}`,
  chosen: (id: string, chunk: number) => `directory-choice:${id}:${chunk}`,
};

/** The generation that a key of a value belongs to. */
export const generationOf = (key: string): string => key.slice(DATA.length).split(':')[0] ?? '';
