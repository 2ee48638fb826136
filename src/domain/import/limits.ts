/** Columns of a file. A customer has at most 50 detail fields; far more columns mean another kind of file. */
export const MAX_COLUMNS = 500;
