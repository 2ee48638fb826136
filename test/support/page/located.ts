import { type Shown, outline, textIn, tidy, within } from './shown';

/** How words are compared: a text anywhere in them and in any case unless `exact`, or a pattern. */
export type Words = string | RegExp;

export interface NameOptions {
  name?: Words;
  exact?: boolean;
  level?: number;
}

type State = 'visible' | 'attached' | 'detached';

/** The page that elements are found on, and what happens to one. */
export interface Stage {
  /** Waits for as long as a person would. Rejects with what the page shows by then. */
  until: (condition: () => boolean, described: () => string) => Promise<void>;
  act: (on: Shown, act: () => void) => Promise<void>;
}

export const says = (text: string, words: Words, exact: boolean): boolean => {
  if (words instanceof RegExp) return words.test(tidy(text));
  return exact ? tidy(text) === tidy(words) : tidy(text).toLowerCase().includes(tidy(words).toLowerCase());
};

const hasText = (one: Shown, words: Words, exact: boolean): boolean => says(textIn(one.parts), words, exact);

/** Elements of a page, found anew at each use, by the names that Playwright has for the ways to find and to use them. */
export class Located {
  constructor(
    private readonly stage: Stage,
    private readonly words: string,
    private readonly find: () => Shown[],
  ) {}

  getByRole(role: string, { name, exact = false, level }: NameOptions = {}): Located {
    return this.below(`${role}${name === undefined ? '' : ` ${String(name)}`}`, (one) => {
      if (one.role !== role || (level !== undefined && one.state.level !== level)) return false;
      return name === undefined || says(one.name, name, exact);
    });
  }

  /** The smallest elements that hold the text. */
  getByText(words: Words, { exact = false } = {}): Located {
    return this.below(`text ${String(words)}`, (one) => {
      if (!hasText(one, words, exact)) return false;
      return !one.parts.some((part) => typeof part !== 'string' && hasText(part, words, exact));
    });
  }

  getByLabel(words: Words, { exact = false } = {}): Located {
    return this.below(`label ${String(words)}`, (one) => one.label !== null && says(one.label, words, exact));
  }

  getByTestId(id: string): Located {
    return this.below(`test id ${id}`, (one) => one.node.props['testId'] === id);
  }

  filter({ has, hasText: words }: { has?: Located; hasText?: Words }): Located {
    return this.with('that has …', (found) =>
      found.filter((one) => {
        const inside = has?.find().some((other) => other !== one && isIn(other, one)) ?? true;
        return inside && (words === undefined || hasText(one, words, false));
      }),
    );
  }

  /** Those of either. */
  or(other: Located): Located {
    return new Located(this.stage, `${this.words} or ${other.words}`, () => [
      ...new Set([...this.find(), ...other.find()]),
    ]);
  }

  first = (): Located => this.nth(0);
  last = (): Located => this.with('last', (found) => found.slice(-1));
  nth(index: number): Located {
    return this.with(`number ${index}`, (found) => found.slice(index, index + 1));
  }

  /** Those that are there now, without waiting. */
  now(): Shown[] {
    return this.find();
  }

  count = (): number => this.find().length;
  texts = (): string[] => this.find().map((one) => tidy(textIn(one.parts)));

  async inputValue(): Promise<string> {
    return (await this.one()).state.value ?? '';
  }

  async innerText(): Promise<string> {
    return tidy(textIn((await this.one()).parts));
  }

  async isEnabled(): Promise<boolean> {
    return (await this.one()).state.isDisabled !== true;
  }

  async isDisabled(): Promise<boolean> {
    return !(await this.isEnabled());
  }

  async isChecked(): Promise<boolean> {
    return (await this.one()).state.isChecked === true;
  }

  async waitFor({ state = 'visible' }: { state?: State } = {}): Promise<void> {
    const isAwaited = state === 'detached' ? () => this.count() === 0 : () => this.isAlone();
    await this.stage.until(isAwaited, () => `${this.words} is not ${state}`);
  }

  async click(): Promise<void> {
    await this.act(
      'pressed',
      (one) => {
        for (let at: Shown | null = one; at !== null; at = at.parent) if (at.acts.click) return at;
        return null;
      },
      (one) => one.acts.click,
    );
  }

  async fill(text: string): Promise<void> {
    await this.act('written in', itself, ({ acts: { write } }) => write && (() => write(text)));
  }

  async press(key: string): Promise<void> {
    await this.act('used by a key', itself, ({ acts: { press } }) => press && (() => press(key)));
  }

  async check(): Promise<void> {
    if (!(await this.isChecked())) await this.click();
  }

  async uncheck(): Promise<void> {
    if (await this.isChecked()) await this.click();
  }

  toString(): string {
    return this.words;
  }

  private below(words: string, accepts: (one: Shown) => boolean): Located {
    const find = () => [
      ...new Set(this.find().flatMap((top) => [...within(top)].filter((one) => one !== top && accepts(one)))),
    ];
    return new Located(this.stage, `${this.words} › ${words}`, find);
  }

  private with(words: string, choose: (found: Shown[]) => Shown[]): Located {
    return new Located(this.stage, `${this.words} ${words}`, () => choose(this.find()));
  }

  /** @throws Error where there are several: a person would not know which is meant */
  private isAlone(): boolean {
    const found = this.find();
    if (found.length > 1) {
      throw new Error(`There are ${found.length} of ${this.words}:\n${found.map((one) => outline(one)).join('\n')}`);
    }
    return found.length === 1;
  }

  private async one(): Promise<Shown> {
    await this.waitFor();
    const [one] = this.find();
    if (one === undefined) throw new Error(`${this.words} went away.`);
    return one;
  }

  /** Waits until it can be done to the element, and does it. */
  private async act(
    done: string,
    targetOf: (one: Shown) => Shown | null,
    actOf: (one: Shown) => (() => void) | undefined,
  ): Promise<void> {
    const target = () => (this.isAlone() ? this.find().map(targetOf)[0] : null) ?? null;
    const isReady = (one: Shown | null): one is Shown =>
      one !== null && one.state.isDisabled !== true && !isCovered(one) && actOf(one) !== undefined;
    await this.stage.until(
      () => isReady(target()),
      () => `${this.words} cannot be ${done}`,
    );
    const one = target();
    if (one !== null) await this.stage.act(one, () => actOf(one)?.());
  }
}

const itself = (one: Shown): Shown => one;

const isIn = (one: Shown, outer: Shown): boolean => {
  for (let at: Shown | null = one; at !== null; at = at.parent) if (at === outer) return true;
  return false;
};

/** What stands behind the dialog that was opened last cannot be reached; lists and flags stand before all dialogs. */
function isCovered(one: Shown): boolean {
  let top = one;
  while (top.parent?.parent) top = top.parent;
  const dialogs = (top.parent?.parts ?? []).filter(
    (part): part is Shown => typeof part !== 'string' && part.role === 'dialog',
  );
  return ['main', 'dialog'].includes(top.role ?? '') && dialogs.length > 0 && dialogs.at(-1) !== top;
}
