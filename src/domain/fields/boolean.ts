import { accept, refuse, type Checked } from './checked';

/** Yes and no in the languages of usual exports, in lower case; what spreadsheets write for true and false among them. */
const yes = [
  ...[
    'true',
    'yes',
    'y',
    '1',
    'on',
    'x',
    '✓',
    '✔',
    '☑',
    't',
    'wahr',
    'ja',
    'j',
    'vrai',
    'oui',
    'verdadero',
    'sí',
    'si',
  ],
  ...[
    'verdadeiro',
    'sim',
    'vero',
    'sì',
    'waar',
    'prawda',
    'tak',
    'ano',
    'igen',
    'da',
    'sand',
    'sant',
    'tosi',
    'kyllä',
    'истина',
    'да',
  ],
  ...['так', 'evet', 'doğru', 'ναι', 'はい', '是', '예', 'כן', 'نعم'],
];
const no = [
  ...[
    'false',
    'no',
    'n',
    '0',
    'off',
    '✗',
    '✘',
    '☐',
    'f',
    'falsch',
    'nein',
    'faux',
    'non',
    'falso',
    'não',
    'nao',
    'nee',
    'onwaar',
  ],
  ...[
    'fałsz',
    'falsz',
    'nie',
    'ne',
    'nem',
    'nu',
    'falsk',
    'falskt',
    'nej',
    'nei',
    'epätosi',
    'ei',
    'ложь',
    'нет',
    'ні',
    'hayır',
  ],
  ...['yanlış', 'όχι', 'いいえ', '否', '아니요', 'לא', 'لا'],
];
const booleans: ReadonlyMap<string, string> = new Map([
  ...yes.map((word) => [word, 'true'] as const),
  ...no.map((word) => [word, 'false'] as const),
]);

/** Yes or no, in any of these words, as the API stores it. */
export function checkBoolean(raw: string): Checked {
  const value = booleans.get(raw.trim().toLowerCase());
  return value === undefined ? refuse('Not yes or no. Use yes or no, true or false, 1 or 0.') : accept(value);
}
