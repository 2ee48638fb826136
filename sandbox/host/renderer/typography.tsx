import { Code, CodeBlock } from '@atlaskit/code';
import Heading from '@atlaskit/heading';
import Link from '@atlaskit/link';
import { Text } from '@atlaskit/primitives';
import React from 'react';
import * as v from 'valibot';
import { component, type Family } from './component';
import { flag, number, oneOf, text, textOrNumber, token } from './props';

const imageWidths = { xsmall: 16, small: 24, medium: 48, large: 96, xlarge: 200 } as const;

export const typography: Family = {
  String: component({ text: v.union([v.string(), v.number()]) }, (props) => <>{props.text}</>),
  Text: component(
    {
      as: oneOf(['span', 'p', 'strong', 'em', 'strike']),
      align: oneOf(['center', 'end', 'start']),
      color: v.exactOptional(v.union([token('color.text').wrapped, token('color.link').wrapped, v.literal('inherit')])),
      id: text,
      maxLines: number,
      size: oneOf(['small', 'medium', 'large', 'UNSAFE_small']),
      weight: oneOf(['regular', 'medium', 'semibold', 'bold']),
      testId: text,
    },
    ({ as, size, color, ...props }, { children }) => (
      <Text
        {...props}
        as={as === 'strike' ? 'span' : (as ?? 'p')}
        {...(size === undefined || size === 'UNSAFE_small' ? {} : { size })}
        {...(color === undefined ? {} : { color })}
      >
        {as === 'strike' ? <s>{children}</s> : children}
      </Text>
    ),
  ),
  Strong: component({}, (_props, { children }) => <strong>{children}</strong>),
  Em: component({}, (_props, { children }) => <em>{children}</em>),
  Strike: component({}, (_props, { children }) => <s>{children}</s>),
  Heading: component(
    {
      as: oneOf(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'span']),
      size: oneOf(['xxlarge', 'xlarge', 'large', 'medium', 'small', 'xsmall', 'xxsmall']),
      color: oneOf(['color.text', 'color.text.inverse', 'color.text.warning.inverse']),
      id: text,
      testId: text,
    },
    ({ size, ...props }, { children }) => (
      <Heading {...props} size={size ?? 'medium'}>
        {children}
      </Heading>
    ),
  ),
  Link: component({ href: v.string(), openNewTab: flag }, ({ href, openNewTab }, { children }) => (
    <Link href={href} {...(openNewTab === true ? { target: '_blank', rel: 'noopener noreferrer' } : {})}>
      {children}
    </Link>
  )),
  Code: component({ testId: text }, (props, parts) => <Code {...props}>{parts.text}</Code>),
  CodeBlock: component(
    { text: v.string(), highlight: text, shouldWrapLongLines: flag, testId: text },
    // UI Kit shows line numbers unless they are turned off; the language only colors the text.
    (props) => <CodeBlock {...props} language="text" />,
  ),
  List: component({ type: oneOf(['ordered', 'unordered']) }, ({ type }, { children }) =>
    type === 'ordered' ? <ol className="kit-list">{children}</ol> : <ul className="kit-list">{children}</ul>,
  ),
  ListItem: component({}, (_props, { children }) => <li>{children}</li>),
  Image: component(
    {
      src: v.string(),
      alt: text,
      size: oneOf(['xsmall', 'small', 'medium', 'large', 'xlarge']),
      width: textOrNumber,
      height: textOrNumber,
    },
    ({ src, alt, size, width, height }) => (
      <img
        src={src}
        alt={alt ?? ''}
        style={{ width: width ?? (size && imageWidths[size]), height, maxWidth: '100%' }}
      />
    ),
  ),
};
