/**
 * The plain text of an element that may have runs of different looks: their texts one after the other, without the reading
 * aids (`rPh`) that stand beside East Asian writing.
 */
export class RichText {
  #text = '';
  #isText = false;
  #isAid = false;

  open(name: string): void {
    if (name === 'rPh') this.#isAid = true;
    if (name === 't') this.#isText = !this.#isAid;
  }

  add(text: string): void {
    if (this.#isText) this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#isAid = false;
    if (name === 't') this.#isText = false;
  }

  /** What has been collected, and begins anew. */
  take(): string {
    const text = unescaped(this.#text);
    this.#text = '';
    return text;
  }
}

/** Characters that XML can't hold are written as `_x000D_`, ECMA-376, 22.9.2.19. A line break within a cell is LF. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([\da-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
