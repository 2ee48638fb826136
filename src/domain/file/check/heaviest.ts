import type { CheckSummary } from '../../../contract/file-frame';
import type { ImportKind, RowEncoder } from '../../kinds/kind';

/** Finds how many operations the heaviest row has, for kinds whose requests are limited by them. */
export class Heaviest {
  readonly #weighs: ImportKind['weighs'];

  constructor(
    private readonly kind: ImportKind,
    private most = 0,
  ) {
    this.#weighs = kind.weighs?.bind(kind);
  }

  /** An encoder that notes how heavy each row is that is fit to be sent. */
  noting(encode: RowEncoder<object>): RowEncoder<object> {
    const weighs = this.#weighs;
    if (weighs === undefined) return encode;
    return (...row) => {
      const encoded = encode(...row);
      if (encoded.operation !== null) this.most = Math.max(this.most, weighs(encoded.operation));
      return encoded;
    };
  }

  /** One for a later check of the same file, which looks at some of its rows alone. */
  again(): Heaviest {
    return new Heaviest(this.kind, this.most);
  }

  build(): Pick<CheckSummary, 'heaviest'> {
    return this.most === 0 ? {} : { heaviest: this.most };
  }
}
