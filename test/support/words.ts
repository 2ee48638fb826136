/**
 * Words that match, as a part of what `toMatchObject` expects. A bare regular expression there is taken for an object
 * without properties, which any text matches.
 */
export const words = (pattern: RegExp): unknown => expect.stringMatching(pattern);
