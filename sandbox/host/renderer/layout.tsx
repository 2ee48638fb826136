import { Bleed, Box, Inline, Pressable, Stack, xcss } from '@atlaskit/primitives';
import React from 'react';
import * as v from 'valibot';
import { isRecord } from '../bridge/host/decode';
import { component, Nodes, type Family } from './component';
import { flag, handler, oneOf, space, text } from './props';

// The app's styles arrive at run time, and the successor of `xcss` takes only those it finds in the source.
/* oxlint-disable typescript/no-deprecated */
type Xcss = Parameters<typeof xcss>[0];
const cssOf = (given: Xcss) => xcss(given);
/* oxlint-enable typescript/no-deprecated */
/** The app writes its styles with UI Kit's `xcss`, which crosses as a plain object of token names. */
const styles = v.exactOptional(v.custom<Xcss>(isRecord, 'is not an xcss object'));

const padding = {
  padding: space,
  paddingBlock: space,
  paddingBlockStart: space,
  paddingBlockEnd: space,
  paddingInline: space,
  paddingInlineStart: space,
  paddingInlineEnd: space,
  backgroundColor: v.exactOptional(v.string()),
  testId: text,
};

/** Padding and background are part of the styles, so that one place turns token names into CSS. */
function boxStyles({ xcss: given, ...tokens }: { xcss?: Xcss; [name: string]: unknown }): ReturnType<typeof cssOf> {
  const own = v.parse(v.custom<Xcss>(isRecord), tokens);
  return cssOf({ ...own, ...given });
}

const bleed = oneOf(['space.025', 'space.050', 'space.100', 'space.150', 'space.200']);

export const layout: Family = {
  Root: component({}, (_props, { children }) => <>{children}</>),
  Fragment: component({}, (_props, { children }) => <>{children}</>),
  ContentWrapper: component({}, (_props, { children }) => <>{children}</>),
  Global: component({}, (_props, { children }) => <>{children}</>),
  Box: component({ ...padding, xcss: styles, role: text, id: text }, ({ testId, role, id, ...rest }, { children }) => (
    <Box
      xcss={boxStyles(rest)}
      {...(role === undefined ? {} : { role })}
      {...(id === undefined ? {} : { id })}
      {...(testId === undefined ? {} : { testId })}
    >
      {children}
    </Box>
  )),
  Pressable: component(
    { ...padding, xcss: styles, onClick: handler, isDisabled: flag },
    ({ testId, onClick, isDisabled, ...rest }, { children }) => (
      <Pressable
        xcss={boxStyles(rest)}
        {...(onClick === undefined ? {} : { onClick })}
        {...(isDisabled === undefined ? {} : { isDisabled })}
        {...(testId === undefined ? {} : { testId })}
      >
        {children}
      </Pressable>
    ),
  ),
  Inline: component(
    {
      alignBlock: oneOf(['start', 'center', 'end', 'baseline', 'stretch']),
      alignInline: oneOf(['start', 'center', 'end', 'stretch']),
      spread: oneOf(['space-between']),
      grow: oneOf(['hug', 'fill']),
      space,
      rowSpace: space,
      shouldWrap: flag,
      separator: text,
      testId: text,
    },
    (props, { node }) => (
      // Each child is a flex item of its own, as the separator is put between children.
      <Inline {...props}>
        {node.children.map((child, index) => (
          <Nodes key={child.key === '' ? index : child.key} nodes={[child]} />
        ))}
      </Inline>
    ),
  ),
  Stack: component(
    {
      alignBlock: oneOf(['start', 'center', 'end', 'stretch']),
      alignInline: oneOf(['start', 'center', 'end', 'stretch']),
      spread: oneOf(['space-between']),
      grow: oneOf(['hug', 'fill']),
      space,
      testId: text,
    },
    (props, { children }) => <Stack {...props}>{children}</Stack>,
  ),
  Bleed: component({ all: bleed, inline: bleed, block: bleed, testId: text }, (props, { children }) => (
    <Bleed {...props}>{children}</Bleed>
  )),
};
