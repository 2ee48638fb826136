/**
 * What a cell becomes: the values to send, or the rule it breaks. The message leaves the value out, so that equal rules
 * group; `value` is what of the cell breaks it, where that is not all of it, and `meant` what is likely meant instead.
 */
export type Checked = { ok: true; values: string[] } | { ok: false; message: string; value?: string; meant?: string };

export const accept = (value: string): Checked => ({ ok: true, values: [value] });
export const refuse = (message: string, more: { value?: string; meant?: string | undefined } = {}): Checked => ({
  ok: false,
  message,
  ...(more.value !== undefined && { value: more.value }),
  ...(more.meant !== undefined && { meant: more.meant }),
});
