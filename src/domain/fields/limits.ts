/** Characters of one detail value. CSM reference, ProfileDetailFieldValueRequest. */
export const MAX_VALUE_CHARS = 255;
