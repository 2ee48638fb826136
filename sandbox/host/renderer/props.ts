import tokenNames from '@atlaskit/tokens/token-names';
import * as v from 'valibot';

/** Building blocks of the props of UI Kit components. An absent prop stays absent: `undefined` is not a value. */
export const text = v.exactOptional(v.string());
export const textOrNumber = v.exactOptional(v.union([v.string(), v.number()]));
export const number = v.exactOptional(v.number());
export const flag = v.exactOptional(v.boolean());
export const oneOf = <const T extends readonly string[]>(values: T) => v.exactOptional(v.picklist(values));
export const list = v.exactOptional(v.array(v.string()));

/** An event handler of the app. It runs in the app's frame, so it has no result here. */
export const handler = v.exactOptional(
  v.custom<(...args: unknown[]) => void>((value) => typeof value === 'function', 'is not a function'),
);

export const spaces = [
  'space.0',
  'space.025',
  'space.050',
  'space.075',
  'space.100',
  'space.150',
  'space.200',
  'space.250',
  'space.300',
  'space.400',
  'space.500',
  'space.600',
  'space.800',
  'space.1000',
] as const;
export const space = oneOf(spaces);

/** A design token by name, such as `color.text.subtle`. */
export const token = <Prefix extends string>(prefix: Prefix) =>
  v.exactOptional(
    v.custom<Extract<keyof typeof tokenNames, `${Prefix}${string}`>>(
      (value) => typeof value === 'string' && value.startsWith(prefix) && value in tokenNames,
      'is not a design token of that kind',
    ),
  );

/** The CSS of a token, `var(--ds-…)`, or the value itself when it is not the name of one. */
export function tokenCss(value: string): string {
  const name = new Map<string, string>(Object.entries(tokenNames)).get(value);
  return name === undefined ? value : `var(${name})`;
}
