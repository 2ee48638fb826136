import type { NewCoreIconProps } from '@atlaskit/icon';
import React from 'react';
import icons from 'virtual:icons';
import objects from 'virtual:objects';
import tiles from 'virtual:tiles';
import * as v from 'valibot';
import { component, type Family } from './component';
import { flag, oneOf, text, token, tokenCss } from './props';

type Glyph = React.ComponentType<NewCoreIconProps>;

type IconColor = NonNullable<NewCoreIconProps['color']>;
const iconColor = v.custom<IconColor>((value) => typeof value === 'string');
const missing = new Map<string, Glyph>();

/** The icon of that name, or a sign that there is none. */
export function glyph(name: string): Glyph {
  const known = Object.hasOwn(icons, name) ? icons[name] : undefined;
  if (known !== undefined) return known;
  const noted = missing.get(name);
  if (noted !== undefined) return noted;
  console.error(`The design system has no icon "${name}" (its older names are not emulated).`);
  const Missing: Glyph = () => <span title={name}>?</span>;
  missing.set(name, Missing);
  return Missing;
}

export const iconFamily: Family = {
  Icon: component(
    {
      glyph: v.string(),
      label: v.optional(v.string(), ''),
      color: token('color.'),
      primaryColor: token('color.'),
      size: oneOf(['small', 'medium', 'large']),
    },
    ({ glyph: name, label, color, primaryColor, size }) => {
      const Glyph = glyph(name);
      return (
        <Glyph label={label} size={size === 'small' ? 'small' : 'medium'} color={tokenColor(color ?? primaryColor)} />
      );
    },
  ),
  AtlassianIcon: component(
    { glyph: v.string(), label: text, size: oneOf(['small', 'medium']), testId: text },
    ({ glyph: name, ...props }) => {
      const Glyph = objects[name];
      return Glyph === undefined ? <span title={name}>?</span> : <Glyph {...props} />;
    },
  ),
  AtlassianTile: component(
    {
      glyph: v.string(),
      label: text,
      size: oneOf(['xsmall', 'small', 'medium', 'large', 'xlarge']),
      isBold: flag,
      testId: text,
    },
    ({ glyph: name, ...props }) => {
      const Glyph = tiles[name];
      return Glyph === undefined ? <span title={name}>?</span> : <Glyph {...props} />;
    },
  ),
};

const tokenColor = (name: string | undefined): IconColor =>
  v.parse(iconColor, name === undefined ? 'currentColor' : tokenCss(name));
