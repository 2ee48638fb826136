import * as v from 'valibot';
import { flag, handler, text } from './props';

/** What the inputs of UI Kit have in common. */
export const field = { id: text, name: text, isDisabled: flag, isInvalid: flag, isRequired: flag, testId: text };
export const events = { onChange: handler, onBlur: handler, onFocus: handler };
export const aria = { 'aria-invalid': v.exactOptional(v.union([v.boolean(), v.string()])), 'aria-labelledby': text };

/** Atlaskit's inputs set `aria-invalid` from `isInvalid` themselves. */
export const withoutAria = <T extends { 'aria-invalid'?: string | boolean }>({ 'aria-invalid': _given, ...props }: T) =>
  props;

export type Change = ((...args: unknown[]) => void) | undefined;
