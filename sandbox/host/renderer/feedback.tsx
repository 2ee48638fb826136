import EmptyState from '@atlaskit/empty-state';
import ProgressBar, { SuccessProgressBar, TransparentProgressBar } from '@atlaskit/progress-bar';
import { ProgressTracker } from '@atlaskit/progress-tracker';
import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import Tooltip from '@atlaskit/tooltip';
import React from 'react';
import * as v from 'valibot';
import { ElementProp } from '../bridge/host/decode';
import { component, Nodes, slot, type Family } from './component';
import { flag, handler, number, oneOf, text } from './props';

const bars = { default: ProgressBar, success: SuccessProgressBar, inverse: TransparentProgressBar } as const;

const stage = v.object({
  id: v.string(),
  label: v.string(),
  percentageComplete: v.number(),
  status: v.picklist(['unvisited', 'visited', 'current', 'disabled']),
  noLink: flag,
  href: text,
  onClick: handler,
});

/** Actions come as one element or a list; each is wrapped by the message itself. */
const actions = v.exactOptional(
  v.pipe(
    v.unknown(),
    v.transform((value) =>
      (Array.isArray(value) ? value : [value])
        .filter((one) => one instanceof ElementProp)
        .flatMap(({ node }) => (node.type === 'Fragment' ? node.children : [node]))
        .map((node, index) => <Nodes key={index} nodes={[node]} />),
    ),
  ),
);

const element = (node: React.ReactNode): React.JSX.Element => <>{node}</>;

export const feedback: Family = {
  SectionMessage: component(
    {
      appearance: oneOf(['information', 'warning', 'error', 'success', 'discovery']),
      title: text,
      actions,
      testId: text,
    },
    (props, { children }) => <SectionMessage {...props}>{children ?? ''}</SectionMessage>,
  ),
  SectionMessageAction: component({ href: text, onClick: handler, testId: text }, (props, { children }) => (
    <SectionMessageAction {...props}>{children}</SectionMessageAction>
  )),
  EmptyState: component(
    {
      header: v.optional(v.string(), ''),
      headingLevel: number,
      description: v.exactOptional(slot),
      primaryAction: v.exactOptional(slot),
      secondaryAction: v.exactOptional(slot),
      tertiaryAction: v.exactOptional(slot),
      buttonGroupLabel: text,
      isLoading: flag,
      width: oneOf(['narrow', 'wide']),
      testId: text,
    },
    ({ primaryAction, secondaryAction, tertiaryAction, ...props }) => (
      <EmptyState
        {...props}
        {...(primaryAction === undefined ? {} : { primaryAction: element(primaryAction) })}
        {...(secondaryAction === undefined ? {} : { secondaryAction: element(secondaryAction) })}
        {...(tertiaryAction === undefined ? {} : { tertiaryAction: element(tertiaryAction) })}
      />
    ),
  ),
  ProgressBar: component(
    {
      appearance: oneOf(['default', 'success', 'inverse']),
      ariaLabel: text,
      isIndeterminate: flag,
      value: number,
      testId: text,
    },
    ({ appearance, ...props }) => {
      const Bar = bars[appearance ?? 'default'];
      return <Bar {...props} />;
    },
  ),
  ProgressTracker: component(
    {
      items: v.array(stage),
      label: text,
      animated: flag,
      spacing: oneOf(['comfortable', 'cozy', 'compact']),
      testId: text,
    },
    (props) => <ProgressTracker {...props} />,
  ),
  Spinner: component(
    {
      appearance: oneOf(['inherit', 'invert']),
      delay: number,
      label: text,
      size: v.exactOptional(v.picklist(['xsmall', 'small', 'medium', 'large', 'xlarge'])),
      testId: text,
    },
    (props) => <Spinner {...props} />,
  ),
  Tooltip: component(
    {
      content: v.optional(slot, ''),
      position: oneOf(['top', 'right', 'bottom', 'left', 'mouse', 'auto', 'auto-start', 'auto-end']),
      truncate: flag,
      delay: number,
      testId: text,
    },
    (props, { children }) => (
      <Tooltip {...props} tag="span">
        {element(children)}
      </Tooltip>
    ),
  ),
};
