/**
 * Something that a row names and the API takes by its id alone: the job looks it up on the site before it sends the row.
 * The value is as the cell has it.
 */
export interface Reference {
  entity: 'customer' | 'organization';
  /** `External ID` is the detail field of that name. Nothing in the API finds an organization by the values of its fields. */
  by: 'email' | 'name' | 'External ID';
  value: string;
  /** Nobody having it is no problem: the row creates who it names, with this email. */
  orCreates?: string;
}

/** Gives the id of what a row names; empty where nobody has it and the row creates them. */
export type IdOf = (reference: Reference) => string;
