/** An encoding that text files of today and yesterday are written in; `label` is what `TextDecoder` knows it by. */
export interface Encoding {
  name: string;
  label: string;
  /** Where such files come from, for whoever has to choose. */
  hint: string;
}

const encoding = (name: string, hint: string, label = name.toLowerCase()): Encoding => ({ name, label, hint });

/** WHATWG Encoding Standard, without what differs from these in no character that occurs in names. */
export const encodings: readonly Encoding[] = [
  encoding('UTF-8', 'all languages'),
  encoding('UTF-16LE', 'all languages; “Unicode text” of Excel'),
  encoding('UTF-16BE', 'all languages'),
  encoding('Windows-1252', 'Western European'),
  encoding('Windows-1250', 'Central European'),
  encoding('Windows-1251', 'Cyrillic'),
  encoding('Windows-1253', 'Greek'),
  encoding('Windows-1254', 'Turkish'),
  encoding('Windows-1255', 'Hebrew'),
  encoding('Windows-1256', 'Arabic'),
  encoding('Windows-1257', 'Baltic'),
  encoding('Windows-1258', 'Vietnamese'),
  encoding('Windows-874', 'Thai'),
  encoding('ISO-8859-2', 'Central European'),
  encoding('ISO-8859-5', 'Cyrillic'),
  encoding('ISO-8859-7', 'Greek'),
  encoding('ISO-8859-15', 'Western European'),
  encoding('Macintosh', 'Western European; “CSV (Macintosh)” of Excel'),
  encoding('Macintosh Cyrillic', 'Cyrillic', 'x-mac-cyrillic'),
  encoding('KOI8-R', 'Russian'),
  encoding('KOI8-U', 'Ukrainian'),
  encoding('IBM866', 'Cyrillic, MS-DOS'),
  encoding('Shift_JIS', 'Japanese'),
  encoding('EUC-JP', 'Japanese'),
  encoding('EUC-KR', 'Korean'),
  encoding('GB18030', 'Simplified Chinese; GBK and GB2312, too'),
  encoding('Big5', 'Traditional Chinese'),
];

/** The encoding of that name, in any letter case; undefined where the console does not offer it. */
export const encodingNamed = (name: string): Encoding | undefined =>
  encodings.find((one) => one.name.toLowerCase() === name.toLowerCase());
