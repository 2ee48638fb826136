/** Counts what tells encodings apart, byte by byte across chunks of any size. */
export class ByteScan {
  /** Sequences of several bytes that are right, and that are wrong, as UTF-8. */
  validSequences = 0;
  invalidBytes = 0;
  zerosAtEven = 0;
  zerosAtOdd = 0;
  #at = 0;
  #pending = 0;

  add(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte === 0) this.#countZero();
      if (this.#pending > 0) this.#continueSequence(byte);
      else if (byte >= 0x80) this.#startSequence(byte);
      this.#at += 1;
    }
  }

  /** Says that there are no more bytes: a sequence that is not whole by now is wrong. */
  end(): void {
    if (this.#pending > 0) this.invalidBytes += 1;
    this.#pending = 0;
  }

  #countZero(): void {
    if (this.#at % 2 === 0) this.zerosAtEven += 1;
    else this.zerosAtOdd += 1;
  }

  #continueSequence(byte: number): void {
    if ((byte & 0xc0) === 0x80) {
      this.#pending -= 1;
      if (this.#pending === 0) this.validSequences += 1;
      return;
    }
    this.#pending = 0;
    this.invalidBytes += 1;
    if (byte >= 0x80) this.#startSequence(byte);
  }

  #startSequence(byte: number): void {
    if (byte >= 0xc2 && byte <= 0xdf) this.#pending = 1;
    else if (byte >= 0xe0 && byte <= 0xef) this.#pending = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) this.#pending = 3;
    else this.invalidBytes += 1;
  }
}
