import type { ReadingChoices } from '../../../../src/contract/imports';
import { openFile } from '../../../../src/domain/file/read/open-file';
import { rowsUnquoted } from '../../../../src/domain/file/read/row-quotes';
import { readingKept, readingWanted } from '../../../../src/ui/admin/imports/wizard/reading';

const open = (text: string, choices: ReadingChoices = {}) => openFile(new Blob([text]), 'rows.csv', choices);
const lines = ['"Email,Name,City"', '"ada@x.example,""Byron, Ada"",London"', '"bo@x.example,""Bo """"B"""" Ek"",Oslo"'];
const read = {
  headers: ['Email', 'Name', 'City'],
  sample: [
    ['ada@x.example', 'Byron, Ada', 'London'],
    ['bo@x.example', 'Bo "B" Ek', 'Oslo'],
  ],
};

describe('a file whose rows are each quoted as a whole', () => {
  test.each([
    ['all', lines],
    ['those alone that have quotes inside', ['Email,Name,City', ...lines.slice(1)]],
    ['all, and separated by semicolons', lines.map((line) => line.replace(/,(?! )/g, ';'))],
  ])('is recognized where it is %s', async (_, rows) => {
    const { facts } = await open(rows.join('\r\n'));
    expect(facts).toMatchObject(read);
    expect(facts.reading.rowsQuoted).toBe(true);
  });

  test('is read as it stands once that is said', async () => {
    const { facts } = await open(lines.join('\n'), { rowsQuoted: false });
    expect(facts.headers).toEqual(['Email,Name,City']);
    expect(facts.reading.rowsQuoted).toBe(false);
  });

  test('is read so again by a mapping that was saved of it', async () => {
    const { reading } = (await open(lines.join('\n'))).facts;
    expect(readingKept(reading).rowsQuoted).toBe(true);
    expect(readingWanted(reading, readingKept(reading))).toBeNull();
    const left = (await open(lines.join('\n'), { rowsQuoted: false })).facts.reading;
    expect(readingWanted(reading, readingKept(left))).toMatchObject({ rowsQuoted: false });
  });

  test('keeps its row numbers and line breaks inside cells, wherever the text is cut', async () => {
    const text = `${lines.join('\r\n')}\r\n"cy@x.example,""Cy\r\nYoung"",Rome"\r\nplain@x.example,"P\r\nQ",Bonn`;
    const wanted = `Email,Name,City\r\nada@x.example,"Byron, Ada",London\r\nbo@x.example,"Bo ""B"" Ek",Oslo\r\ncy@x.example,"Cy\r\nYoung",Rome\r\nplain@x.example,"P\r\nQ",Bonn`;
    for (const size of [1, 2, 7, 1_000]) {
      const chunks = async function* () {
        for (let at = 0; at < text.length; at += size) {
          yield await Promise.resolve({
            text: text.slice(at, at + size),
            fraction: Math.min(1, (at + size) / text.length),
          });
        }
      };
      let found = '';
      for await (const chunk of rowsUnquoted(chunks())) found += chunk.text;
      expect(found).toBe(wanted);
    }
  });
});

describe('quotes around cells', () => {
  test.each([
    ['of all', '"Email","Name"\n"ada@x.example","Byron, Ada"'],
    ['of the only column', '"Motto"\n"Veni, vidi, vici"\n"Divide, et, impera"'],
    ['that are whole names', 'Name\n"Byron, Ada"\n"Ek, Bo"'],
  ])('%s are none around rows', async (_, text) => {
    const { facts } = await open(text);
    expect(facts.reading).not.toHaveProperty('rowsQuoted');
    expect(facts.headers[0]).not.toContain(',');
  });
});

test('a quote that is never closed is told in no more time than another', async () => {
  const text = `${lines.join('\n')}\nx,"${'a""'.repeat(20_000)}`;
  const started = performance.now();
  await expect(async () => {
    for await (const chunk of (await open(text)).records()) expect(chunk.misquoted.size).toBe(0);
  }).rejects.toThrow();
  expect(performance.now() - started).toBeLessThan(1_000);
});
