import { Icon, type IconProps, Pressable, Tooltip, xcss } from '@forge/react';
import React from 'react';

const iconBox = xcss({
  padding: 'space.050',
  backgroundColor: 'color.background.neutral.subtle',
  borderRadius: 'radius.small',
});

interface IconActionProps {
  /** What it does and to what: its name for screen readers, and its tooltip. */
  label: string;
  glyph: IconProps['glyph'];
  isDisabled?: boolean;
  onClick: () => void;
}

/** An action that an icon says, among others of its row. */
export function IconAction({ label, glyph, isDisabled = false, onClick }: IconActionProps) {
  return (
    <Tooltip content={label}>
      <Pressable xcss={iconBox} isDisabled={isDisabled} onClick={onClick}>
        <Icon
          glyph={glyph}
          label={label}
          size="small"
          color={isDisabled ? 'color.icon.disabled' : 'color.icon.subtle'}
        />
      </Pressable>
    </Tooltip>
  );
}
