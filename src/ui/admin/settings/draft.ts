import * as v from 'valibot';
import { RETENTION_DAYS, type Settings, TASK_SLOTS, settingsSchema } from '../../../contract/settings';

/** The settings as they are being written: numbers are texts until they are saved. */
export interface Draft extends Omit<Settings, 'taskSlots' | 'retentionDays'> {
  taskSlots: string;
  retentionDays: string;
}

export const draftOf = (settings: Settings): Draft => ({
  ...settings,
  taskSlots: String(settings.taskSlots),
  retentionDays: String(settings.retentionDays),
});

export const numberFields = ['taskSlots', 'retentionDays'] as const;
export type NumberField = (typeof numberFields)[number];

/** What is wrong with the numbers, with the reason for the bound. */
export function errorsOf(draft: Draft): Partial<Record<NumberField, string>> {
  const { taskSlots, retentionDays } = settingsSchema.entries;
  return {
    ...(!v.is(taskSlots, numberOf(draft.taskSlots)) && {
      taskSlots: `Enter a whole number from ${TASK_SLOTS.least} to ${TASK_SLOTS.most}. No site is known to run more at once.`,
    }),
    ...(!v.is(retentionDays, numberOf(draft.retentionDays)) && {
      retentionDays: `Enter a whole number from ${RETENTION_DAYS.least} to ${RETENTION_DAYS.most}. The rows are personal data and aren’t kept longer than a year.`,
    }),
  };
}

/** Null while something is wrong with the draft. */
export function settingsOf(draft: Draft): Settings | null {
  const settings = v.safeParse(settingsSchema, {
    ...draft,
    taskSlots: numberOf(draft.taskSlots),
    retentionDays: numberOf(draft.retentionDays),
  });
  return settings.success ? settings.output : null;
}

const numberOf = (text: string): number | null => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : null);
