import type { DetailEntity } from '../../contract/details';
import type { FieldDefinition } from '../../contract/fields';
import type { Going, ImportColumn, ImportField, ImportPlan, RelatedEntity } from '../../contract/imports';
import { compileColumns } from './columns';
import type { AmbiguousNames, Place, ReadPlace } from './place';
import type { RowProblem } from './problem';
import type { IdOf, Reference } from './reference';
import type { Related } from './related';
import type { Written } from './written';

/** What names the entity of a row, as its cell has it: which place it went to, and the value. */
export interface Identity {
  /** The place's `to`. */
  place: string;
  value: string;
}

export type EncodedRow<Operation extends object> =
  /** `references`: what has to be looked up before the operation is whole; none once the ids are given. */
  | {
      operation: Operation;
      identities: readonly Identity[];
      references: readonly Reference[];
      problems: readonly RowProblem[];
      /** What the row says beside its operation, for jobs of other kinds. */
      related?: Related;
    }
  | { operation: null; problems: readonly RowProblem[] };

/** Something that a row asked for and the site does not show. */
export interface Lack {
  /** The part of the entity, the same for all rows: "organizations". */
  part: string;
  /** What of it is not there: "Organization 12". */
  what: string;
}

/** Why an import cannot be checked or sent as it is set up. `column` is the header at fault, or null. */
export interface SetupProblem {
  column: string | null;
  message: string;
}

/** What the pages say of a kind; each entry is said where its name says. */
export interface KindWords {
  /** One and many of the entity that a row is about: "customer", "customers". */
  one: string;
  many: string;
  /** What the kind is called where it is chosen from others. */
  title: string;
  /** One sentence on what it does and when to choose it. */
  purpose: string;
  /** What a row of the file is. */
  row: string;
  /** By what a row finds its entity. */
  identity: string;
  /** What a row that succeeded in part has got, and what it lacks. */
  partly: string;
  /** What starting cannot be undone in, one sentence or two. */
  lasting: string;
}

/** One of the things that a kind can do with the rows of a file. */
export interface KindOperation {
  /** What a plan stores of it. */
  id: string;
  name: string;
  /** What it does with a row, and which rows fail. */
  meaning: string;
  /** Single calls that a row takes at the most, beside one for each value; 1 where it is not said. */
  calls?: number;
  /** What becomes of the rows: "1,988 customers are …". */
  effect: string;
  /** What was done to the entity of a row, in the list of all results; the effect where it is not said. */
  done?: string;
  /** What importing a row once more does to its entity: "Importing such a row again … ." */
  again: string;
  /** What the button says that starts it: "Delete 5 customers". "Import", where an operation does not say. */
  verb?: string;
  /** It takes away what cannot be brought back: its start is always confirmed by the number of rows. */
  removes?: true;
  /** Why its jobs can't be undone, as a sentence, where those of other operations of its kind can. */
  notUndoable?: string;
  /** What undoing it comes to, as a sentence, where that leaves another state than the one before. */
  undone?: string;
}

/** The parts of the list that kinds are chosen from. */
export type KindGroup = 'customers' | 'organizations' | 'products' | 'removals';

/** A column of the table of those that go. */
export interface GoingColumn {
  part: Exclude<keyof Going, 'name'>;
  head: string;
}

/** Whose records show what rows have changed beside those that they name: customers of the organization; or any. */
export type Reach = 'its customers' | 'anybody';

/** How rows reach the site: many in one request that becomes a task, or each by a call of its own. */
export type Route = 'bulk' | 'direct';

/** What a kind says of itself, beside how it reads rows. */
interface KindFacts {
  /** Stored with each job. Never changed once released. */
  readonly id: string;
  readonly words: KindWords;
  /** Where it stands in the list to choose from; after all others where a kind does not say. */
  readonly group?: KindGroup;
  /** Whose detail fields its columns can go to; null where there are none. */
  readonly entity: DetailEntity | null;
  /** Whose detail fields its columns can go to as well: jobs of other kinds write them, beside its own. */
  readonly relates?: readonly RelatedEntity[];
  /** At least one; the first is proposed. */
  readonly operations: readonly [KindOperation, ...KindOperation[]];
  /** The ways that its rows can go; the first is proposed. Bulk alone where a kind does not say. */
  readonly routes?: readonly [Route, ...Route[]];
  /** Rows of one bulk request. CSM reference, bulk operations. */
  readonly rowsPerRequest: number;
  /** Operations of one bulk request in all, where each mapped detail field of a row is one. CSM reference. */
  readonly operationsPerRequest?: number;
  /** What a row refers to first is the entity that it is about: no two rows may be about the same. */
  readonly isAboutFirstReference?: true;
  /**
   * What together tells which record a row is about, where no place does so by itself: the places that name a part of it,
   * of which a row has one.
   */
  readonly knownBy?: readonly { readonly to: readonly string[]; readonly isOptional?: true }[];
  /** It takes away what cannot be brought back: its start is always confirmed by the number of rows. */
  readonly removes?: true;
  /** How far what its rows change is shown, where that is beyond the records that they name. */
  readonly reach?: Reach;
  /** What is shown before the start of those that go, beside their names; for kinds that remove. */
  readonly goes?: readonly GoingColumn[];
  /**
   * Its jobs can be undone. `created` is the kind that takes away what they have created; null where they create nothing. What
   * undoes rows that are about no profile is told in src/jobs/intake/undo/undo-batch.ts.
   */
  readonly undo?: { readonly created: string | null };
  /** What whoever starts it has to be allowed on the site. CSM reference, permissions of the bulk operation. */
  readonly permission: string;
}

/** What an operation tells of the entity that it is about. Both are told of rows that were done, never guessed. */
interface EntityOf<Operation> {
  /** Its id on the site, where the row or what was looked up for it names that. */
  siteId?(operation: Operation): string | undefined;
  /** What was done to it, where the row tells more than the operation of its job. */
  doneTo?(operation: Operation): string | undefined;
  /** How much of a request it takes, for kinds whose requests are limited by their operations in all. */
  weighs?(operation: Operation): number;
  /** What it writes, for kinds whose rows can be compared with what the site shows, joined and undone by that. */
  writes?(operation: Operation): Written;
  /** The same for kinds whose rows can be compared with what the site shows, and no more. */
  compares?(operation: Operation): Written;
  /** The detail fields of which is kept what was there, in that order; those that it writes, where a kind doesn't say. */
  fieldsKept?(operation: Operation): readonly string[];
}

/** A kind as it is declared. `Payload` is what a row is gathered in, `Operation` an item of the request's body. */
export interface KindDefinition<Payload, Operation extends object> extends KindFacts, EntityOf<Operation> {
  /** The places that do not depend on the site. */
  readonly places: readonly ReadPlace<Payload>[];
  /** The place of each detail field of the entity. */
  readonly detail?: (field: FieldDefinition) => ReadPlace<Payload>;
  /** The place of each detail field of what the entity is related to. */
  readonly relatedDetail?: (field: FieldDefinition, of: RelatedEntity) => ReadPlace<Payload>;
  /** What keeps the columns as a whole from identifying what is to be written. */
  readonly setupProblems: (columns: readonly ImportColumn[], operation: string) => readonly SetupProblem[];
  readonly newPayload: () => Payload;
  /** The operation of a row whose cells are all in order, with what names its entity; or what the row as a whole lacks. */
  readonly finish: (
    payload: Payload,
    plan: ImportPlan,
    idOf: IdOf,
  ) => { operation: Operation; identities: readonly Identity[]; related?: Related } | RowProblem;
}

/**
 * The pure half of a kind of job: all that differs between kinds before and after a request is sent. The wizard, the
 * matching of columns, the check, the upload, the account and the docs read it from here; its other half, which sends
 * and reads back, is in src/jobs/kinds.
 */
export interface ImportKind<Operation extends object = object> extends KindFacts, EntityOf<Operation> {
  places(fields: readonly ImportField[]): readonly Place[];
  setupProblems(columns: readonly ImportColumn[], operation: string): readonly SetupProblem[];
  /**
   * Makes the function that turns the cells of a row into the API operation. The same cells under the same plan give the
   * same operation each time, which keeps a batch's body fixed under its idempotency key. Rows with problems have none.
   * Without `idOf` the operation has empty ids where it refers to something, and the row tells what has to be looked up.
   */
  encoder(plan: ImportPlan, ambiguous?: AmbiguousNames): RowEncoder<Operation>;
}

/** Whether what rows of a kind do can be compared with what the site shows. */
export const isComparable = ({ writes, compares }: Pick<ImportKind, 'writes' | 'compares'>): boolean =>
  writes !== undefined || compares !== undefined;

export type RowEncoder<Operation extends object> = (cells: readonly string[], idOf?: IdOf) => EncodedRow<Operation>;

/** Makes a kind of its declaration. */
export function defineKind<Payload, Operation extends object>(
  definition: KindDefinition<Payload, Operation>,
): ImportKind<Operation> {
  const { places: fixed, detail, relatedDetail, setupProblems, newPayload: _, finish: __, ...facts } = definition;
  const places = (fields: readonly ImportField[]) => [
    ...fixed,
    ...fields.flatMap(({ of, ...field }) => {
      if (of !== undefined) return relatedDetail?.(field, of) ?? [];
      return detail?.(field) ?? [];
    }),
  ];
  return {
    ...facts,
    places,
    setupProblems,
    encoder: (plan, ambiguous) => encoderOf(definition, places(plan.fields), plan, ambiguous),
  };
}

const noProblems: readonly RowProblem[] = [];
const noReferences: readonly Reference[] = [];

function encoderOf<Payload, Operation extends object>(
  { newPayload, finish }: KindDefinition<Payload, Operation>,
  places: readonly ReadPlace<Payload>[],
  plan: ImportPlan,
  ambiguous: AmbiguousNames | undefined,
): RowEncoder<Operation> {
  const columns = compileColumns(places, plan, ambiguous);
  let references = noReferences;
  const note: IdOf = (reference) => {
    references = [...references, reference];
    return '';
  };
  return (cells, idOf) => {
    const payload = newPayload();
    let problems: RowProblem[] | null = null;
    for (const { header, text, read } of columns) {
      const problem = read(text(cells), payload);
      if (problem !== null) (problems ??= []).push({ column: header, ...problem });
    }
    if (problems !== null) return { operation: null, problems };
    references = noReferences;
    const finished = finish(payload, plan, idOf ?? note);
    if (!('operation' in finished)) return { operation: null, problems: [finished] };
    // Written out: a spread takes as long as reading all cells of the row does.
    const { operation, identities, related } = finished;
    return related === undefined
      ? { operation, identities, references, problems: noProblems }
      : { operation, identities, related, references, problems: noProblems };
  };
}
