import * as v from 'valibot';

/**
 * Task slots that a site gives to everything that runs on it: 5 in one copy of the vendor's guide, 10 in another.
 * More than the larger number would only be refused.
 */
export const TASK_SLOTS = { least: 1, most: 10 } as const;
/** The purge runs once a day. A job holds the rows of its file, which are personal data: a year is the longest. */
export const RETENTION_DAYS = { least: 1, most: 365 } as const;

/** What the check of a file proposes for rows with problems; `ask` proposes nothing. */
export const problemRowPolicies = ['ask', 'leave out', 'fix first'] as const;

const wholeNumber = ({ least, most }: { least: number; most: number }) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** What administrators decide for the whole site. */
export const settingsSchema = v.object({
  /** Unfinished tasks that the app keeps on the site at once. */
  taskSlots: wholeNumber(TASK_SLOTS),
  /** Days that an ended job is kept. */
  retentionDays: wholeNumber(RETENTION_DAYS),
  /** What a new import does with empty cells of detail fields. */
  emptyCells: v.picklist(['leave', 'clear']),
  problemRows: v.picklist(problemRowPolicies),
});

export type Settings = v.InferOutput<typeof settingsSchema>;
export type SettingKey = keyof Settings;

/** The settings as they are stored: what two administrators see is told apart by the revision. */
export const storedSettingsSchema = v.object({
  settings: settingsSchema,
  /** Counts the changes; 0 while nobody has changed anything. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Null while nobody has changed anything. */
  changed: v.nullable(v.object({ by: v.string(), at: v.number() })),
});

export type StoredSettings = v.InferOutput<typeof storedSettingsSchema>;
