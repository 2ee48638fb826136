import type { FieldDefinition } from '../../contract/fields';
import type { ImportPlan, RelatedEntity, Target } from '../../contract/imports';
import type { AssociatedEntity } from './cells/association';
import type { RowProblem } from './problem';
import type { JoinedEntity } from './written';

/** Names of the site that several organizations or products carry; known while a file is checked, not stored in a plan. */
export interface AmbiguousNames {
  organizations: ReadonlySet<string>;
  products: ReadonlySet<string>;
}

/** Adds what one cell says to the payload, or says what is wrong with the cell. */
export type CellReader<Payload> = (raw: string, payload: Payload) => Omit<RowProblem, 'column'> | null;

/** What a reader of cells is made from: it stays the same for all rows of a file. */
export interface Reading {
  plan: ImportPlan;
  /** Where the column goes, with how it is written. */
  target: Target;
  ambiguous: AmbiguousNames | undefined;
}

/** A place that a column of a file can go to, as the wizard, the matching and the check see it. */
export interface Place {
  /** What a plan stores of it. Never changed once released: stored plans and saved mappings name it. */
  readonly target: Target;
  readonly label: string;
  /** Places of one group stand together in the list to choose from. */
  readonly group: string;
  /** Places that fill the same exclude each other: an organization is named by id or by name. */
  readonly fills: string;
  /** Headers that mean it in files of other tools, as `headerKey` reduces them. An id of this site has none: other systems have ids, too. */
  readonly synonyms: readonly string[];
  /** Whether a cell can only mean this place: where nothing else identifies the rows, the column is taken for it. */
  readonly looksLike?: (cell: string) => boolean;
  /** It says which entity a row is about: no two rows may have the same in it. */
  readonly identifies?: true;
  /** A row is nothing, or about something else, without it: a cell of it that breaks a rule can't be left out. */
  readonly isNeeded?: true;
  /** Its cells are names that have to be found on the site. */
  readonly lookup?: AssociatedEntity;
  /** Its cells are IDs of these on the site. */
  readonly idsOf?: JoinedEntity;
  /** The detail field that it fills. */
  readonly field?: FieldDefinition;
  /** Whose field it is, where that isn't the entity of the row: a job of another kind writes it. */
  readonly of?: RelatedEntity;
  /** Its cells name something that the API takes by its id alone: the job looks each up before it sends the row. */
  readonly refers?: true;
  /** What a cell can do to the values of the field; replacing them, where a place does not say. */
  readonly actions?: readonly NonNullable<Target['action']>[];
  /** Several columns can make its value together, with this between them where they do not say otherwise. */
  readonly joinedBy?: string;
  /** One cell can hold several values. */
  readonly hasSeveral?: true;
  /** Its column in the templates of the kind, or in that of the only operation it is for; a place without one is left out. */
  readonly template?: { readonly header: string; readonly example: string; readonly only?: string };
}

/** A place with how its cells are read into the payload of a row. */
export interface ReadPlace<Payload> extends Place {
  readonly reader: (reading: Reading) => CellReader<Payload>;
}

/** Names a place among those of its kind. */
export const placeKey = ({ to, by, field }: Target): string => [to, by, field].filter((part) => part).join(' ');

/** The place that a target means, where the kind has it. */
export function placeOf<P extends Place>(target: Target, places: readonly P[]): P | undefined {
  const key = placeKey(target);
  return places.find((place) => placeKey(place.target) === key);
}
