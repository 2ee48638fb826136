import Avatar from '@atlaskit/avatar';
import Badge from '@atlaskit/badge';
import Lozenge from '@atlaskit/lozenge';
import Tag, { RemovableTag } from '@atlaskit/tag';
import TagGroup from '@atlaskit/tag-group';
import Tile from '@atlaskit/tile';
import React from 'react';
import * as v from 'valibot';
import { useShell } from '../shell/shell-context';
import { component, type Family } from './component';
import { flag, handler, oneOf, text } from './props';

const tagColors = [
  'standard',
  'green',
  'lime',
  'blue',
  'red',
  'purple',
  'magenta',
  'grey',
  'teal',
  'orange',
  'yellow',
  'limeLight',
  'orangeLight',
  'magentaLight',
  'greenLight',
  'blueLight',
  'redLight',
  'purpleLight',
  'greyLight',
  'tealLight',
  'yellowLight',
] as const;

function User({ accountId, hideDisplayName }: { accountId: string; hideDisplayName: boolean }): React.JSX.Element {
  const { boot } = useShell();
  const name = boot.users.find((user) => user.accountId === accountId)?.displayName ?? 'Former user';
  return (
    <span className="kit-user">
      <Avatar size="small" name={name} />
      {hideDisplayName ? null : name}
    </span>
  );
}

export const labels: Family = {
  Badge: component(
    {
      appearance: oneOf(['added', 'default', 'important', 'primary', 'primaryInverted', 'removed']),
      max: v.exactOptional(v.union([v.number(), v.literal(false)])),
      testId: text,
    },
    (props, parts) => <Badge {...props}>{/^\d+$/.test(parts.text) ? Number(parts.text) : parts.text}</Badge>,
  ),
  Lozenge: component(
    {
      appearance: oneOf(['default', 'inprogress', 'moved', 'new', 'removed', 'success']),
      isBold: flag,
      maxWidth: v.exactOptional(v.union([v.string(), v.number()])),
      testId: text,
    },
    (props, { children }) => <Lozenge {...props}>{children}</Lozenge>,
  ),
  Tag: component(
    {
      text: v.string(),
      appearance: oneOf(['default', 'rounded']),
      color: oneOf(tagColors),
      href: text,
      isRemovable: flag,
      removeButtonLabel: text,
      onBeforeRemoveAction: handler,
      onAfterRemoveAction: handler,
      testId: text,
    },
    ({ isRemovable, removeButtonLabel, onAfterRemoveAction, onBeforeRemoveAction: _unanswerable, ...props }) =>
      isRemovable === true || onAfterRemoveAction !== undefined ? (
        <RemovableTag
          {...props}
          removeButtonLabel={removeButtonLabel ?? `Remove ${props.text}`}
          {...(onAfterRemoveAction === undefined ? {} : { onAfterRemoveAction })}
        />
      ) : (
        <Tag {...props} isRemovable={false} />
      ),
  ),
  SimpleTag: component(
    { text: v.string(), appearance: oneOf(['default', 'rounded']), color: oneOf(tagColors), href: text, testId: text },
    (props) => <Tag {...props} isRemovable={false} />,
  ),
  TagGroup: component({ alignment: oneOf(['start', 'end']) }, (props, { children }) => (
    <TagGroup {...props}>{children}</TagGroup>
  )),
  Tile: component(
    {
      label: v.optional(v.string(), ''),
      size: oneOf(['xxsmall', 'xsmall', 'small', 'medium', 'large', 'xlarge']),
      hasBorder: flag,
      isInset: flag,
      testId: text,
    },
    (props, { children }) => <Tile {...props}>{children}</Tile>,
  ),
  User: component({ accountId: v.string(), hideDisplayName: flag }, ({ accountId, hideDisplayName }) => (
    <User accountId={accountId} hideDisplayName={hideDisplayName ?? false} />
  )),
  UserGroup: component({}, (_props, { children }) => <span className="kit-user-group">{children}</span>),
};
