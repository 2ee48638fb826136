import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import Comment, { CommentAction, CommentAuthor, CommentEdited, CommentTime } from '@atlaskit/comment';
import Pagination from '@atlaskit/pagination';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import React from 'react';
import * as v from 'valibot';
import { component, Nodes, type Family } from './component';
import { glyph } from './icons';
import { flag, handler, number, oneOf, text } from './props';

const tab = { testId: text };
const named = v.exactOptional(v.object({ text: v.string(), onClick: handler }));

export const navigation: Family = {
  Tabs: component(
    {
      id: v.optional(v.string(), 'tabs'),
      defaultSelected: number,
      selected: number,
      onChange: handler,
      shouldUnmountTabPanelOnChange: flag,
      testId: text,
    },
    ({ onChange, ...props }, { node }) => (
      // The list and each panel are children of their own: Tabs pairs them by their order.
      <Tabs {...props} onChange={(index) => onChange?.(index)}>
        {node.children.map((child, index) => (
          <Nodes key={index} nodes={[child]} />
        ))}
      </Tabs>
    ),
  ),
  TabList: component({}, (_props, { node }) => (
    <TabList>
      {node.children.map((child, index) => (
        <Nodes key={index} nodes={[child]} />
      ))}
    </TabList>
  )),
  Tab: component(tab, (props, { children }) => <Tab {...props}>{children}</Tab>),
  TabPanel: component(tab, (props, { children }) => <TabPanel {...props}>{children}</TabPanel>),
  Breadcrumbs: component(
    {
      defaultExpanded: flag,
      isExpanded: flag,
      maxItems: number,
      itemsBeforeCollapse: number,
      itemsAfterCollapse: number,
      label: text,
      ellipsisLabel: text,
      testId: text,
      onExpand: handler,
    },
    (props, { node }) => (
      <Breadcrumbs {...props}>
        {node.children.map((child, index) => (
          <Nodes key={index} nodes={[child]} />
        ))}
      </Breadcrumbs>
    ),
  ),
  BreadcrumbsItem: component(
    {
      text: v.string(),
      href: text,
      target: oneOf(['_blank', '_parent', '_self', '_top', '']),
      iconBefore: text,
      iconAfter: text,
      onClick: handler,
      testId: text,
    },
    ({ iconBefore, iconAfter, ...props }) => {
      const Before = iconBefore === undefined ? null : glyph(iconBefore);
      const After = iconAfter === undefined ? null : glyph(iconAfter);
      return (
        <BreadcrumbsItem
          {...props}
          {...(Before === null ? {} : { elemBefore: <Before label="" /> })}
          // UI Kit still has an icon after the text, and Atlaskit has no other place for it.
          // oxlint-disable-next-line typescript/no-deprecated
          {...(After === null ? {} : { iconAfter: <After label="" /> })}
        />
      );
    },
  ),
  Pagination: component(
    {
      pages: v.array(v.union([v.number(), v.string()])),
      defaultSelectedIndex: number,
      selectedIndex: number,
      max: number,
      label: text,
      nextLabel: text,
      previousLabel: text,
      pageLabel: text,
      onChange: handler,
      testId: text,
    },
    ({ onChange, ...props }) => <Pagination {...props} onChange={(event, page) => onChange?.(event, page)} />,
  ),
  Comment: component(
    {
      id: text,
      author: named,
      time: named,
      edited: text,
      type: text,
      restrictedTo: text,
      isSaving: flag,
      isError: flag,
      isHighlighted: flag,
      savingText: text,
      headingLevel: v.exactOptional(v.picklist(['1', '2', '3', '4', '5', '6'])),
      actions: v.optional(v.array(v.object({ text: v.string(), onClick: handler })), []),
    },
    ({ author, time, edited, actions, ...props }, parts) => (
      <Comment
        {...props}
        avatar={<Nodes nodes={parts.named('avatar')} />}
        content={<Nodes nodes={parts.named('content')} />}
        author={author === undefined ? undefined : <CommentAuthor>{author.text}</CommentAuthor>}
        time={time === undefined ? undefined : <CommentTime>{time.text}</CommentTime>}
        edited={edited === undefined ? undefined : <CommentEdited>{edited}</CommentEdited>}
        actions={actions.map((action) => (
          <CommentAction key={action.text} {...(action.onClick === undefined ? {} : { onClick: action.onClick })}>
            {action.text}
          </CommentAction>
        ))}
      />
    ),
  ),
};
