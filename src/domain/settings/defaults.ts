import type { Settings } from '../../contract/settings';

/** What holds until an administrator decides otherwise: the choices that cannot lose anything. */
export const defaultSettings: Settings = {
  taskSlots: 5,
  retentionDays: 90,
  emptyCells: 'leave',
  problemRows: 'ask',
};
