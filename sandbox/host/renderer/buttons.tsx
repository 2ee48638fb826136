import ButtonGroup from '@atlaskit/button/button-group';
import Button, { LinkButton } from '@atlaskit/button/new';
import React from 'react';
import { component, type Family } from './component';
import { glyph } from './icons';
import { flag, handler, oneOf, text } from './props';

const common = {
  autoFocus: flag,
  isDisabled: flag,
  isSelected: flag,
  shouldFitContainer: flag,
  testId: text,
  onClick: handler,
  onBlur: handler,
  onFocus: handler,
};
const appearance = oneOf(['default', 'danger', 'primary', 'subtle', 'warning', 'discovery']);
const linkAppearance = oneOf(['default', 'danger', 'primary', 'subtle', 'warning', 'discovery', 'link', 'subtle-link']);
const spacing = oneOf(['default', 'compact', 'none']);
const type = oneOf(['button', 'submit', 'reset']);

/** The new buttons have no `none`; it is the narrowest there is. */
const narrowest = (given: 'default' | 'compact' | 'none' | undefined) =>
  given === undefined ? {} : { spacing: given === 'none' ? ('compact' as const) : given };

export const buttons: Family = {
  Button: component(
    { ...common, appearance, spacing, type, iconBefore: text, iconAfter: text },
    ({ iconBefore, iconAfter, spacing: given, ...props }, parts) => (
      <Button
        {...props}
        {...narrowest(given)}
        {...(iconBefore === undefined ? {} : { iconBefore: glyph(iconBefore) })}
        {...(iconAfter === undefined ? {} : { iconAfter: glyph(iconAfter) })}
      >
        {parts.text}
      </Button>
    ),
  ),
  LoadingButton: component(
    { ...common, appearance, spacing, type, isLoading: flag },
    ({ spacing: given, ...props }, parts) => (
      <Button {...props} {...narrowest(given)}>
        {parts.text}
      </Button>
    ),
  ),
  LinkButton: component(
    { ...common, appearance: linkAppearance, spacing, href: text, target: text },
    ({ appearance: look, spacing: given, href, ...props }, parts) => (
      <LinkButton
        {...props}
        {...narrowest(given)}
        href={href ?? ''}
        appearance={look === 'link' || look === 'subtle-link' ? 'subtle' : (look ?? 'default')}
      >
        {parts.text}
      </LinkButton>
    ),
  ),
  ButtonGroup: component({ label: text, titleId: text }, (props, { children }) => (
    <ButtonGroup {...props}>{children}</ButtonGroup>
  )),
};
