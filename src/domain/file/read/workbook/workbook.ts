import { attribute, isOn, readXml } from './xml';
import type { Zip } from './zip';

/** A sheet with cells; charts on sheets of their own are none. `path` is its file in the workbook. */
export interface Sheet {
  name: string;
  path: string;
  isHidden: boolean;
}

/** What a workbook says of itself. */
export interface Workbook {
  sheets: Sheet[];
  /** Days are counted from 1904, as on the first Macintoshes, not from 1900. */
  from1904: boolean;
  sharedStrings: string | null;
  styles: string | null;
}

export const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
/** Bytes of each file that lists the parts of a workbook. */
const LIST_BYTES = 16 * 1024 * 1024;

interface Relation {
  /** The last word of what it says it is: worksheet, styles, sharedStrings, chartsheet. */
  type: string;
  path: string;
}

/** A target is told from the folder of the workbook, or from the root. */
function pathOf(target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target.slice(1) : `xl/${target}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

async function relationsOf(zip: Zip): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  await readXml(zip.read(RELATIONS, LIST_BYTES), {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const its = attributes();
      const type = attribute(its, 'Type') ?? '';
      relations.set(attribute(its, 'Id') ?? '', {
        type: type.slice(type.lastIndexOf('/') + 1),
        path: pathOf(attribute(its, 'Target') ?? ''),
      });
    },
    close: () => undefined,
  });
  return relations;
}

/** Reads what sheets a workbook has, and where its parts are. Throws RefusedFile where it is damaged. */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const relations = await relationsOf(zip);
  const ofType = (type: string): string | null =>
    [...relations.values()].find((relation) => relation.type === type && zip.has(relation.path))?.path ?? null;
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readXml(zip.read(WORKBOOK, LIST_BYTES), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = isOn(attribute(attributes(), 'date1904'));
      if (name !== 'sheet') return;
      const its = attributes();
      const relation = relations.get(attribute(its, 'id') ?? '');
      if (relation?.type !== 'worksheet') return;
      const isHidden = (attribute(its, 'state') ?? 'visible') !== 'visible';
      sheets.push({ name: attribute(its, 'name') ?? '', path: relation.path, isHidden });
    },
    close: () => undefined,
  });
  return { sheets, from1904, sharedStrings: ofType('sharedStrings'), styles: ofType('styles') };
}
