import * as v from 'valibot';

/** What the person at the sandbox chose, kept in this browser. */
const settingsSchema = v.object({
  accountId: v.optional(v.string()),
  colorMode: v.optional(v.picklist(['light', 'dark', 'auto']), 'light'),
  panelOpen: v.optional(v.boolean(), false),
});

export type Settings = v.InferOutput<typeof settingsSchema>;

const KEY = 'csm-console-sandbox';

export function readSettings(): Settings {
  const stored: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '{}');
  const parsed = v.safeParse(settingsSchema, stored);
  return parsed.success ? parsed.output : v.parse(settingsSchema, {});
}

export function writeSettings(change: Partial<Settings>): void {
  window.localStorage.setItem(KEY, JSON.stringify({ ...readSettings(), ...change }));
}
