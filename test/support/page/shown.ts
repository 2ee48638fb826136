import type { ForgeNode } from '../../../sandbox/host/bridge/host/decode';

/** What a person can do to an element, each as the host does it: absent where it cannot be done. */
export interface Acts {
  click?: () => void;
  /** Makes this text the whole content. */
  write?: (text: string) => void;
  press?: (key: string) => void;
}

/** An element of a page as a person perceives it, whichever component of UI Kit it is of. */
export interface Shown {
  /** As ARIA has it; null for what only holds or groups others. */
  role: string | null;
  /** What a screen reader calls it. */
  name: string;
  /** What it can be found by as a field: its label, or the name that it has beside its text. */
  label: string | null;
  parts: readonly Part[];
  node: ForgeNode;
  state: State;
  acts: Acts;
  parent: Shown | null;
}

export interface State {
  /** Of a heading. */
  level?: number;
  /** What is written in a field. */
  value?: string;
  isChecked?: boolean;
  isSelected?: boolean;
  isDisabled?: boolean;
  /** Where a link leads. */
  href?: string;
}

export type Part = string | Shown;

interface Given extends Partial<Pick<Shown, 'role' | 'name' | 'label' | 'state' | 'acts'>> {
  node: ForgeNode;
  parts?: readonly Part[];
}

/** An element of these parts. Its name is what it holds unless another is given. */
export function element({ node, parts = [], role = null, name, label = null, state = {}, acts = {} }: Given): Shown {
  const shown = { role, name: name ?? tidy(nameOf(parts)), label, parts, node, state, acts, parent: null };
  for (const part of parts) if (typeof part !== 'string') part.parent = shown;
  return shown;
}

/** All text in and below the parts, in order. */
export const textIn = (parts: readonly Part[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : textIn(part.parts))).join('');

/** The text, and in the place of pictures what they are called, apart from what stands beside them. */
const nameOf = (parts: readonly Part[]): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : part.role === 'img' ? ` ${part.name} ` : nameOf(part.parts)))
    .join('');

/** A text as it is compared: spaces are alike, and places where a line may break are nothing. */
export const tidy = (text: string): string =>
  text
    .replaceAll(/[\u200B\u00AD]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The element, if it is one, and everything below it, in order. */
export function* within(part: Part): Generator<Shown> {
  if (typeof part === 'string') return;
  yield part;
  for (const child of part.parts) yield* within(child);
}

/** What is shown, to be read by people: a line for each element that has a role or a text of its own. */
export function outline(part: Part, depth = 0): string {
  const indent = '  '.repeat(depth);
  if (typeof part === 'string') return part.trim() === '' ? '' : `${indent}${tidy(part)}\n`;
  if (part.role === null && part.parts.every((child) => typeof child !== 'string'))
    return part.parts.map((child) => outline(child, depth)).join('');
  const { value, isDisabled, isChecked, isSelected } = part.state;
  const marks = [
    ...(value === undefined ? [] : [`= ${JSON.stringify(value)}`]),
    ...(isDisabled === true ? ['disabled'] : []),
    ...(isChecked === true ? ['checked'] : []),
    ...(isSelected === true ? ['selected'] : []),
  ];
  if (part.role === null || part.role === 'paragraph') return `${indent}${tidy(textIn(part.parts))}\n`;
  const line = [part.role, JSON.stringify(part.name), ...marks].join(' ');
  const isToldByName =
    tidy(textIn(part.parts)) === part.name && [...within(part)].every((one) => one === part || one.role === null);
  return `${indent}${line}\n${isToldByName ? '' : part.parts.map((child) => outline(child, depth + 1)).join('')}`;
}
