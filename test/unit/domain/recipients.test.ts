import { readOne, readRecipients } from '../../../src/domain/recipients/read';

/** How people are told in these tests: name and address, or what else they are named by. */
const told = (text: string): string[] =>
  readRecipients(text).people.map((one) => {
    switch (one.by) {
      case 'email':
        return one.name === null ? one.email : `${one.name} <${one.email}>`;
      case 'id':
        return `id ${one.id}`;
      case 'name':
        return `name ${one.name}`;
      case 'nothing':
        return `nothing ${one.written}`;
    }
  });

const AMARA = 'Amara Bianchi <amara@x.example>';
const BEN = 'Ben Cole <ben@x.example>';
const both = [AMARA, BEN];

describe('a list of people that was copied', () => {
  it.each([
    ['Outlook, names turned and without quotes', 'Bianchi, Amara <amara@x.example>; Cole, Ben <ben@x.example>'],
    ['Outlook, names turned and in quotes', '"Bianchi, Amara" <amara@x.example>; "Cole, Ben" <ben@x.example>;'],
    ['commas between turned names', 'Bianchi, Amara <amara@x.example>, Cole, Ben <ben@x.example>'],
    ['lines of turned names', 'Bianchi, Amara <amara@x.example>\r\nCole, Ben <ben@x.example>\r\n'],
  ])('keeps turned names with their addresses: %s', (_, text) => {
    expect(told(text)).toEqual(['Bianchi, Amara <amara@x.example>', 'Cole, Ben <ben@x.example>']);
  });

  it.each([
    ['Gmail', 'Amara Bianchi <amara@x.example>, Ben Cole <ben@x.example>,'],
    ['Apple Mail', '"Amara Bianchi" <amara@x.example>,\n    Ben Cole <ben@x.example>'],
    ['blanks', 'Amara Bianchi <amara@x.example> Ben Cole <ben@x.example>'],
    ['tabs', 'Amara Bianchi <amara@x.example>\tBen Cole <ben@x.example>'],
    ['headings', 'To: Amara Bianchi <amara@x.example>\nCc: Ben Cole <ben@x.example>'],
    ['a group', 'Team: Amara Bianchi <amara@x.example>, Ben Cole <ben@x.example>;'],
    ['a group of an old Outlook', 'Team: Amara Bianchi <amara@x.example>; Ben Cole <ben@x.example>;'],
    ['comments', 'amara@x.example (Amara Bianchi), Ben Cole (on leave) <ben@x.example>'],
    ['single quotes', "'Amara Bianchi' <amara@x.example>; 'Ben Cole' <'ben@x.example'>"],
    ['addresses in brackets', 'Amara Bianchi (amara@x.example)\nBen Cole [ben@x.example]'],
    ['links in angles', 'Amara Bianchi <mailto:amara@x.example>; Ben Cole <mailto:ben@x.example?subject=Hi>'],
    ['links in brackets', 'Amara Bianchi [mailto:amara@x.example], Ben Cole [mailto:ben@x.example]'],
    ['linked addresses', 'Amara Bianchi <amara@x.example<mailto:amara@x.example>>; Ben Cole <ben@x.example>'],
    ['links of a chat', '[Amara Bianchi](mailto:amara@x.example), [Ben Cole](mailto:ben@x.example)'],
    [
      'unseen signs',
      '\uFEFFAmara\u00A0Bianchi\u202F<\u200Bamara@x.example>;\u2069 \u2068Ben Cole <ben@\u200Bx.example>',
    ],
    ['typographic quotes', '“Amara Bianchi” ‹amara@x.example›; „Ben Cole“ <ben@x.example>'],
    ['full-width signs', 'Amara Bianchi＜amara＠x.example＞；Ben Cole＜ben＠x．example＞'],
    ['other commas', 'Amara Bianchi <amara@x.example>、Ben Cole <ben@x.example>'],
    ['odd line breaks', 'Amara Bianchi <amara@x.example>\u2028Ben Cole <ben@x.example>\r\r'],
    ['encoded words', '=?UTF-8?Q?Amara_Bianchi?= <amara@x.example>, =?UTF-8?B?QmVuIENvbGU=?= <ben@x.example>'],
    ['a quote that nothing closes', 'Amara "Bianchi <amara@x.example>; Ben Cole <ben@x.example>'],
    ['an angle that nothing closes', 'Amara Bianchi <amara@x.example; Ben Cole <ben@x.example>'],
  ])('is read: %s', (_, text) => {
    expect(told(text)).toEqual(both);
  });

  it.each([
    ['blanks', 'amara@x.example ben@x.example'],
    ['commas without blanks', 'amara@x.example,ben@x.example'],
    ['lines with empty ones', '\n\namara@x.example\n \nben@x.example\n'],
    ['a link to both', 'mailto:amara@x.example,ben@x.example'],
    ['a link with a copy', 'mailto:amara@x.example?cc=ben%40x.example&subject=Hello'],
    ['the end of a sentence', '<amara@x.example>, ben@x.example.'],
    ['single quotes', "'amara@x.example'; 'ben@x.example'"],
    ['the address for a name', '"amara@x.example" <amara@x.example>, ben@x.example <ben@x.example>'],
  ])('is read where it has addresses alone: %s', (_, text) => {
    expect([...told(text)].sort()).toEqual(['amara@x.example', 'ben@x.example']);
  });

  it('keeps names of every script, and addresses with them', () => {
    expect(
      told('Žofie Nováková <zofie@x.example>; 山田太郎 <yamada@例え.jp>; "Ó Súilleabháin, Éanna" <e.o@x.example>'),
    ).toEqual([
      'Žofie Nováková <zofie@x.example>',
      '山田太郎 <yamada@例え.jp>',
      'Ó Súilleabháin, Éanna <e.o@x.example>',
    ]);
  });

  it('names each once, in any letter case, and counts the others', () => {
    const read = readRecipients('amara@x.example; Amara Bianchi <AMARA@x.example>; ben@x.example; ben@x.example');
    expect(read.people).toHaveLength(2);
    expect(read.people[0]).toMatchObject({ by: 'email', name: 'Amara Bianchi' });
    expect(read.repeated).toBe(2);
  });

  it('passes over nobody: what is no address is told as it was written', () => {
    expect(told('amara@; ben@x.example; @x.example; Cole <cole(at)x.example>')).toEqual([
      'nothing amara@',
      'ben@x.example',
      'nothing @x.example',
      'nothing Cole <cole(at)x.example>',
    ]);
  });

  it('takes customer IDs and names among addresses', () => {
    expect(
      told('qm:9edf-1:054\n712020:ada-1\n5b10a2844c20165700ede21f\nDahl, Amara\nBen Cole, Amara Dahl <a@x.example>'),
    ).toEqual([
      'id qm:9edf-1:054',
      'id 712020:ada-1',
      'id 5b10a2844c20165700ede21f',
      'name Amara Dahl',
      'name Ben Cole',
      'Amara Dahl <a@x.example>',
    ]);
  });

  it('is nobody where nothing is written', () => {
    expect(readRecipients(' \n;,\u200B ')).toEqual({ people: [], repeated: 0 });
  });

  it('is read in time, however long and odd it is', () => {
    const start = performance.now();
    for (const odd of ['<', '"', '(', '@', ' ', ',', 'a@', '[', 'mailto:', '<a@b', '\\"'])
      readRecipients(odd.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('one person in a field for one', () => {
  it.each([
    ['Amara Bianchi <amara@x.example>', 'amara@x.example'],
    ['mailto:amara@x.example', 'amara@x.example'],
    [' amara bian ', 'amara bian'],
    ['amara@x', 'amara@x'],
    ['qm:1:2', 'qm:1:2'],
  ])('%s is looked for as %s', (text, wanted) => {
    expect(readOne(text)).toBe(wanted);
  });

  it('is not several', () => {
    expect(readOne('amara@x.example; ben@x.example')).toBeNull();
  });
});
