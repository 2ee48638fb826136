/** Characters of one detail value. CSM reference, ProfileDetailFieldValueRequest. */
export const MAX_VALUE_CHARS = 255;
/** Detail fields of one entity. CSM reference, detail fields. */
export const MAX_FIELDS = 50;
/** Characters of the name of a detail field. CSM reference, detail fields. */
export const MIN_NAME_CHARS = 2;
export const MAX_NAME_CHARS = 255;
/** Characters of one option. CSM reference, DetailFieldOptions. */
export const MAX_OPTION_CHARS = 255;
/** Options of one field: one of the vendor's guides says so, another says 50, the reference nothing. */
export const MAX_OPTIONS = 2_000;
/** Over this a site that goes by the stricter guide refuses. */
export const SAFE_OPTIONS = 50;
