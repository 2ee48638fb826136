declare module 'virtual:icons' {
  import type { NewCoreIconProps } from '@atlaskit/icon';
  import type { ComponentType } from 'react';
  /** Every glyph of @atlaskit/icon/core by name. */
  const icons: Record<string, ComponentType<NewCoreIconProps>>;
  export default icons;
}

declare module 'virtual:objects' {
  import type { ObjectProps } from '@atlaskit/object/types';
  import type { ComponentType } from 'react';
  const objects: Record<string, ComponentType<ObjectProps>>;
  export default objects;
}

declare module 'virtual:tiles' {
  import type { ObjectTileProps } from '@atlaskit/object/types';
  import type { ComponentType } from 'react';
  const tiles: Record<string, ComponentType<ObjectTileProps>>;
  export default tiles;
}
