import { textChunks } from '../../../../src/domain/file/read/text-chunks';

/** What is decoded at a time, and what is read at a time. */
const CHUNK_BYTES = 64 * 1024;
const READ_BYTES = 1024 * 1024;
const ends = [CHUNK_BYTES, READ_BYTES];
const BYTE_ORDER_MARK = '\uFEFF';

async function read(bytes: Uint8Array<ArrayBuffer>, encoding: string) {
  let text = '';
  const fractions: number[] = [];
  for await (const chunk of textChunks(new Blob([bytes]), encoding)) {
    text += chunk.text;
    fractions.push(chunk.fraction);
  }
  return { text, fractions };
}

const utf8 = (text: string) => new TextEncoder().encode(text);
/** Letters up to so many bytes before each end. */
const filledBut = (bytes: number): string[] => ends.map((end) => 'a'.repeat(end - bytes));

describe('a file read a chunk at a time', () => {
  test.each(['é', '€', '😀'])('keeps %s whole wherever a chunk or a read ends in it', async (character) => {
    for (const filled of [0, 1, 2, 3, 4, 5].flatMap(filledBut)) {
      const text = `${filled}${character}${character}z`;
      expect((await read(utf8(text), 'UTF-8')).text === text).toBe(true);
    }
  });

  test('has the same replacement characters for damaged bytes as one that is read at once', async () => {
    for (const damage of [[0xe2, 0x82], [0xf0, 0x9f, 0x98], [0x80, 0x80, 0x80, 0x80], [0xff], [0xc3]]) {
      for (const filled of [0, 1, 2, 3, 4, 5].flatMap(filledBut)) {
        const whole = new Uint8Array(Buffer.concat([utf8(filled), Uint8Array.from(damage), utf8('é,z')]));
        expect((await read(whole, 'UTF-8')).text === new TextDecoder().decode(whole)).toBe(true);
      }
    }
  });

  test('leaves the byte order mark out at the start of the file only', async () => {
    for (const filled of filledBut(3)) {
      const inside = `${BYTE_ORDER_MARK}${filled}${BYTE_ORDER_MARK}z`;
      expect((await read(utf8(inside), 'UTF-8')).text === inside.slice(1)).toBe(true);
    }
    const wide = Uint8Array.from(Buffer.from(`${BYTE_ORDER_MARK}Zoë`, 'utf16le'));
    expect((await read(wide, 'UTF-16LE')).text).toBe('Zoë');
  });

  test.each(ends)('keeps a pair of UTF-16 across byte %i', async (end) => {
    const text = `${'a'.repeat(end / 2 - 1)}😀z`;
    expect((await read(Uint8Array.from(Buffer.from(text, 'utf16le')), 'UTF-16LE')).text === text).toBe(true);
  });

  test('has been read as a whole with its last chunk, not before', async () => {
    const { fractions } = await read(utf8(`${'a'.repeat(CHUNK_BYTES - 1)}é${'a'.repeat(CHUNK_BYTES)}`), 'UTF-8');
    expect(fractions.map((fraction) => fraction === 1)).toEqual([false, false, true]);
  });
});
