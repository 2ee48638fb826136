const CLOSING: Readonly<Record<string, string>> = { '"': '"', '(': ')', '<': '>' };

/** A line without the quotes, and without the brackets, that nothing closes: they would take in all that follows. */
export function closed(line: string): string {
  let text = line;
  if ((text.match(/(?<!\\)"/gu)?.length ?? 0) % 2 === 1) text = text.replaceAll('"', ' ');
  if (text.split('(').length !== text.split(')').length) text = text.replace(/[()]/gu, ' ');
  if (text.split('<').length !== text.split('>').length) text = text.replace(/[<>]/gu, ' ');
  return text;
}

/** A line cut where one of the signs stands outside of quotes and brackets. Backslashes escape within quotes. */
export function cutAt(line: string, signs: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let awaited: string | undefined;
  let isEscaped = false;
  for (const sign of line) {
    if (awaited === undefined && signs.includes(sign)) {
      pieces.push(piece);
      piece = '';
      continue;
    }
    piece += sign;
    if (isEscaped) isEscaped = false;
    else if (awaited === '"' && sign === '\\') isEscaped = true;
    else if (sign === awaited) awaited = undefined;
    else awaited ??= CLOSING[sign];
  }
  pieces.push(piece);
  return pieces.map((each) => each.trim()).filter((each) => each !== '');
}
