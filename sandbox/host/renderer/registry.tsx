import { buttons } from './buttons';
import type { Family } from './component';
import { frames } from './frame';
import { iconFamily } from './icons';
import { layout } from './layout';
import { typography } from './typography';

/** Every UI Kit component that the sandbox can show, by the name it has in a forgeDoc. */
export const registry: Family = {
  ...layout,
  ...typography,
  ...buttons,
  ...iconFamily,
  ...frames,
};
