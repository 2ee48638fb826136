import type { ForgeNode } from '../../../sandbox/host/bridge/host/decode';
import { type Rule, type Rules, eventOf, handlerOf, labelOf, named, slotOf, textOf } from './scene';
import { element, type Part, textIn, tidy } from './shown';

/** What groups others, or dresses a text. */
const plain =
  (role: string | null = null): Rule =>
  (node, scene) => [element({ node, role, parts: scene.show(node.children, scene) })];

const through: Rule = (node, scene) => scene.show(node.children, scene);
const unseen: Rule = () => [];

const heading = (node: ForgeNode, level: number, parts: readonly Part[]) =>
  element({ node, role: 'heading', state: { level }, parts });

/** The level of a heading that names none, by its size. */
const LEVELS: Record<string, number> = { xxlarge: 1, xlarge: 1, large: 2, medium: 3, small: 4, xsmall: 5, xxsmall: 6 };

const headingRule: Rule = (node, scene) => {
  const stated = /^h([1-6])$/.exec(textOf(node, 'as') ?? '')?.[1];
  const level = stated === undefined ? (LEVELS[textOf(node, 'size') ?? 'medium'] ?? 3) : Number(stated);
  return [heading(node, level, scene.show(node.children, scene))];
};

const link: Rule = (node, scene) => {
  const href = textOf(node, 'href') ?? '';
  const click = () => handlerOf(node, 'onClick')(eventOf('click', node));
  return [element({ node, role: 'link', state: { href }, acts: { click }, parts: scene.show(node.children, scene) })];
};

const picture: Rule = (node) => {
  const name = textOf(node, 'label') ?? textOf(node, 'alt') ?? '';
  return [element({ node, role: name === '' ? null : 'img', name, label: name })];
};

const sectionMessage: Rule = (node, scene) => {
  const title = textOf(node, 'title');
  return [
    element({
      node,
      parts: [
        ...(title === undefined ? [] : [heading(node, 2, [title])]),
        ...scene.show(node.children, scene),
        ...slotOf(node, 'actions', scene),
      ],
    }),
  ];
};

const emptyState: Rule = (node, scene) => {
  const level = Number(textOf(node, 'headingLevel') ?? '4');
  const slots = ['description', 'primaryAction', 'secondaryAction', 'tertiaryAction'];
  const parts = slots.map((slot) => element({ node, parts: slotOf(node, slot, scene) }));
  return [element({ node, parts: [heading(node, level, [textOf(node, 'header') ?? '']), ...parts] })];
};

const cells =
  (role: string): Rule =>
  (node, scene) => [element({ node, role, parts: scene.show(node.children, scene) })];

const table: Rule = (node, scene) => {
  const row = (of: ForgeNode, cellsOf: Rule) => {
    const parts = of.children.flatMap((cell) => cellsOf(cell, scene));
    return element({ node: of, role: 'row', name: parts.map((cell) => tidy(textIn([cell]))).join(' '), parts });
  };
  const head = named(node, 'head');
  const rows = named(node, 'rows');
  const parts = [
    ...(head.length === 0 ? [] : [row({ ...node, children: [...head] }, cells('columnheader'))]),
    ...rows.map((each) => row(each, cells('cell'))),
    ...(rows.length === 0 ? slotOf(node, 'emptyView', scene) : []),
  ];
  return [
    element({ node, role: 'table', name: textOf(node, 'label') ?? '', label: textOf(node, 'label') ?? null, parts }),
  ];
};

const tracker: Rule = (node) => {
  const items: unknown = node.props['items'];
  const labels = Array.isArray(items)
    ? items.map((item: unknown) =>
        typeof item === 'object' && item !== null && 'label' in item ? String(item.label) : '',
      )
    : [];
  return [
    element({ node, role: 'list', parts: labels.map((text) => element({ node, role: 'listitem', parts: [text] })) }),
  ];
};

const progress: Rule = (node, scene) => {
  const label = labelOf(node, scene);
  return [
    element({ node, role: 'progressbar', name: label ?? '', label, state: { value: textOf(node, 'value') ?? '' } }),
  ];
};

/** What is read and not used: by its name in a forgeDoc. */
export const plainRules: Rules = {
  Root: through,
  Fragment: through,
  ContentWrapper: through,
  Global: through,
  Inline: plain(),
  Stack: plain(),
  Bleed: plain(),
  Box: (node, scene) => plain(textOf(node, 'role') ?? null)(node, scene),
  String: (node) => [textOf(node, 'text') ?? ''],
  Text: plain('paragraph'),
  Strong: plain('strong'),
  Em: plain('emphasis'),
  Strike: plain('deletion'),
  Code: plain('code'),
  CodeBlock: (node) => [element({ node, role: 'code', parts: [textOf(node, 'text') ?? ''] })],
  Heading: headingRule,
  Link: link,
  LinkButton: link,
  List: plain('list'),
  ListItem: plain('listitem'),
  Image: picture,
  Icon: picture,
  Lozenge: plain(),
  Badge: plain(),
  Tag: (node) => [element({ node, parts: [textOf(node, 'text') ?? ''] })],
  SimpleTag: (node) => [element({ node, parts: [textOf(node, 'text') ?? ''] })],
  TagGroup: plain('list'),
  User: (node, scene) => [element({ node, parts: [scene.userName(textOf(node, 'accountId') ?? '')] })],
  UserGroup: plain(),
  Spinner: picture,
  Tooltip: through,
  SectionMessage: sectionMessage,
  EmptyState: emptyState,
  ProgressBar: progress,
  ProgressTracker: tracker,
  DynamicTable: table,
  Label: (node, scene) => [element({ node, parts: scene.show(node.children, scene) })],
  RequiredAsterisk: unseen,
  HelperMessage: plain(),
  ErrorMessage: plain('alert'),
  ValidMessage: plain(),
  ButtonGroup: (node, scene) => {
    const label = textOf(node, 'label') ?? null;
    return [element({ node, role: 'group', name: label ?? '', label, parts: scene.show(node.children, scene) })];
  },
  ModalTransition: through,
  ModalHeader: plain(),
  ModalTitle: (node, scene) => [heading(node, 1, scene.show(node.children, scene))],
  ModalBody: plain(),
  ModalFooter: plain(),
  FormHeader: plain(),
  FormSection: plain(),
  FormFooter: plain(),
  /** Its content is another document, which only a browser shows. */
  Frame: (node) => [element({ node, role: 'document', name: textOf(node, 'resource') ?? '' })],
  SectionMessageAction: (node, scene) =>
    textOf(node, 'href') === undefined
      ? [
          element({
            node,
            role: 'button',
            acts: { click: () => handlerOf(node, 'onClick')(eventOf('click', node)) },
            parts: scene.show(node.children, scene),
          }),
        ]
      : link(node, scene),
  BarChart: chart,
  StackBarChart: chart,
  LineChart: chart,
};

function chart(node: ForgeNode): Part[] {
  const title = textOf(node, 'title') ?? '';
  return [element({ node, role: 'figure', name: title, label: title })];
}
