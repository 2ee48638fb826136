import { textChunks, type Encoding } from '../../../static/file-frame/src/read/text-chunks';

const SLICE_BYTES = 256 * 1024;
const BYTE_ORDER_MARK = '\uFEFF';

async function read(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding) {
  let text = '';
  const fractions: number[] = [];
  for await (const chunk of textChunks(new Blob([bytes]), encoding)) {
    text += chunk.text;
    fractions.push(chunk.fraction);
  }
  return { text, fractions };
}

const utf8 = (text: string) => new TextEncoder().encode(text);
/** Letters up to so many bytes before the end of the first slice. */
const filledBut = (bytes: number) => 'a'.repeat(SLICE_BYTES - bytes);

describe('a file read a slice at a time', () => {
  test.each(['é', '€', '😀'])('keeps %s whole wherever the slice ends in it', async (character) => {
    for (let bytes = 0; bytes <= 5; bytes += 1) {
      const text = `${filledBut(bytes)}${character}${character}z`;
      expect((await read(utf8(text), 'UTF-8')).text === text).toBe(true);
    }
  });

  test('has the same replacement characters for damaged bytes as one that is read at once', async () => {
    for (const damage of [[0xe2, 0x82], [0xf0, 0x9f, 0x98], [0x80, 0x80, 0x80, 0x80], [0xff], [0xc3]]) {
      for (let bytes = 0; bytes <= 5; bytes += 1) {
        const whole = Uint8Array.from([...utf8(filledBut(bytes)), ...damage, ...utf8('é,z')]);
        expect((await read(whole, 'UTF-8')).text === new TextDecoder().decode(whole)).toBe(true);
      }
    }
  });

  test('leaves the byte order mark out at the start of the file only', async () => {
    const inside = `${BYTE_ORDER_MARK}${filledBut(3)}${BYTE_ORDER_MARK}z`;
    expect((await read(utf8(inside), 'UTF-8')).text === inside.slice(1)).toBe(true);
    const wide = Uint8Array.from(Buffer.from(`${BYTE_ORDER_MARK}Zoë`, 'utf16le'));
    expect((await read(wide, 'UTF-16LE')).text).toBe('Zoë');
  });

  test('keeps pairs of UTF-16 that a slice ends in', async () => {
    const text = `${'a'.repeat(SLICE_BYTES / 2 - 1)}😀z`;
    expect((await read(Uint8Array.from(Buffer.from(text, 'utf16le')), 'UTF-16LE')).text === text).toBe(true);
  });

  test('has been read as a whole with its last chunk, not before', async () => {
    const { fractions } = await read(utf8(`${filledBut(1)}é${'a'.repeat(SLICE_BYTES)}`), 'UTF-8');
    expect(fractions.map((fraction) => fraction === 1)).toEqual([false, false, true]);
  });
});
