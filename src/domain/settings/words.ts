import type { SettingKey, Settings } from '../../contract/settings';

/** In the order of the page. */
const settingKeys: readonly SettingKey[] = ['taskSlots', 'emptyCells', 'problemRows', 'retentionDays'];

/** The names of the settings, as the page and the messages about them have them. */
export const settingNames: Record<SettingKey, string> = {
  taskSlots: 'Task slots',
  retentionDays: 'Days to keep ended jobs',
  emptyCells: 'Empty cells in detail fields',
  problemRows: 'Rows with problems',
};

const choices: Record<string, string> = {
  leave: 'keep stored values',
  clear: 'clear stored values',
  ask: 'ask each time',
  'leave out': 'leave them out',
  'fix first': 'correct the file first',
};

/** "Task slots: 7", in the words of the page. */
export function settingWords(settings: Settings, key: SettingKey): string {
  const value = String(settings[key]);
  return `${settingNames[key]}: ${choices[value] ?? value}`;
}

/** The settings in which two versions differ, in the order of the page. */
export function changedSettings(before: Settings, after: Settings): SettingKey[] {
  return settingKeys.filter((key) => before[key] !== after[key]);
}
