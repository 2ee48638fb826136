/**
 * The characters of Unicode that nobody sees, or that pass for others, by family. Unicode 16, general categories Cf, Zs
 * and Pi/Pf; what emoji and Indic, Arabic and Hebrew letters need to be written right is in none of them.
 */

/** Never meant in a value: byte order marks, soft hyphens, blanks without width, fillers, annotation marks. */
export const INVISIBLE =
  '\\u00AD\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u200B\\u2060-\\u2064\\u206A-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFB';
/** Say which way text runs; meant where there are letters that run from right to left. */
export const DIRECTIONS = '\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069';
/** Join or part letters and emoji; never meant at the edge of a value. */
export const JOINERS = '\\u200C\\u200D\\uFE00-\\uFE0F';
/** Blanks that are not the blank of the keyboard. The wide one between Japanese names is meant. */
export const ODD_BLANKS = '\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F';
export const WIDE_BLANK = '\\u3000';
/** Ends of lines other than a line feed. */
export const ODD_LINE_ENDS = '\\r\\u000B\\u000C\\u0085\\u2028\\u2029';

/** Letters that run from right to left: Hebrew, Arabic and their kin. */
export const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/**
 * Two characters that letters of UTF-8 become which are read as Windows-1252: no text has them otherwise. What can stand
 * behind a letter in earnest, a blank that does not break, a dash, a closing quote, tells nothing: "RENÉ’S", "CAFÉ–BAR".
 */
export const MISREAD =
  '[\\u00C2-\\u00F4](?![\\u00A0\\u00BB\\u2013\\u2014\\u2018\\u2019\\u201C\\u201D\\u2026\\u203A])[\\u0080-\\u00BF\\u0152\\u0153\\u0160\\u0161\\u0178\\u017D\\u017E\\u0192\\u02C6\\u02DC\\u2013-\\u203A\\u20AC\\u2122]';
