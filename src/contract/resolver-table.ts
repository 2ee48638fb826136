import type * as v from 'valibot';

/**
 * Resolvers by name: the request each parses, and the response that the page parses. A table is a type of its own
 * names, as in `Table extends ResolverTable<Table>`: a lookup by one of them is never undefined.
 */
export type ResolverTable<Table> = {
  readonly [N in keyof Table]: { readonly request: v.GenericSchema; readonly response: v.GenericSchema };
};

export type NameIn<Table> = keyof Table & string;
export type RequestIn<Table extends ResolverTable<Table>, N extends keyof Table> = v.InferOutput<Table[N]['request']>;
export type ResponseIn<Table extends ResolverTable<Table>, N extends keyof Table> = v.InferOutput<Table[N]['response']>;
