/**
 * Something that a row names and the API takes by its id alone: the job looks it up on the site before it sends the row.
 * The value is as the cell has it.
 */
export interface Reference {
  entity: 'customer' | 'organization';
  by: 'email' | 'name';
  value: string;
}

/** Gives the id of what a row names. */
export type IdOf = (reference: Reference) => string;
