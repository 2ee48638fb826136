/** What a cell becomes: the values to send, or the rule it breaks. The message leaves the value out, so that equal rules group. */
export type Checked = { ok: true; values: string[] } | { ok: false; message: string };

export const accept = (value: string): Checked => ({ ok: true, values: [value] });
export const refuse = (message: string): Checked => ({ ok: false, message });
