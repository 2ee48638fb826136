/** One change of the values of a field. CSM reference, BulkDetailFieldOperation: UPDATE replaces, PATCH adds, DELETE clears. */
export interface DetailChange {
  operationType: 'UPDATE' | 'PATCH' | 'DELETE';
  payload: { name: string; values?: string[] };
}

/** The changes of one customer or organization. */
export interface DetailValuesOperation {
  id: string;
  operations: DetailChange[];
}
