import { buttons } from './buttons';
import { charts } from './charts';
import { choices } from './choices';
import type { Family } from './component';
import { feedback } from './feedback';
import { forms } from './forms';
import { frames } from './frame';
import { iconFamily } from './icons';
import { inputs } from './inputs';
import { labels } from './labels';
import { layout } from './layout';
import { navigation } from './navigation';
import { overlays } from './overlays';
import { pickers } from './pickers';
import { tables } from './tables';
import { typography } from './typography';

/** Every UI Kit component that the sandbox can show, by the name it has in a forgeDoc. */
export const registry: Family = {
  ...layout,
  ...typography,
  ...buttons,
  ...inputs,
  ...choices,
  ...pickers,
  ...forms,
  ...feedback,
  ...labels,
  ...overlays,
  ...tables,
  ...navigation,
  ...iconFamily,
  ...frames,
  ...charts,
};
