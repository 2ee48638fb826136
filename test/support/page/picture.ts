import type { ForgeNode } from '../../../sandbox/host/bridge/host/decode';
import { choiceRules } from './rules-choices';
import { controlRules } from './rules-controls';
import { plainRules } from './rules-plain';
import { type Rules, type Scene, textOf } from './scene';
import { element, type Part, type Shown, textIn } from './shown';

const rules: Rules = { ...plainRules, ...controlRules, ...choiceRules };

/** What the host itself shows in its corner. */
export interface FlagShown {
  title: string;
  description?: string | undefined;
  actions: readonly { text: string; onClick?: (() => void) | undefined }[];
}

interface Given extends Pick<Scene, 'kept' | 'userName'> {
  doc: ForgeNode | null;
  flags: readonly FlagShown[];
}

const none: ForgeNode = { type: 'Root', key: '', props: {}, children: [] };

/**
 * What a person perceives of what the app has rendered: the page itself (`main`), and what stands before it.
 * @throws Error for a component that these rules do not know
 */
export function pictureOf({ doc, flags, ...given }: Given): Shown {
  const root = doc ?? none;
  const before: Shown[] = [];
  const scene: Scene = { ...given, labels: labelsIn(root), form: null, before, show };
  const main = element({ node: root, role: 'main', name: '', parts: show([root], scene) });
  return element({ node: none, name: '', parts: [main, ...before, ...flags.map(flagOf)] });
}

const flagOf = ({ title, description, actions }: FlagShown): Shown => {
  const node = none;
  const texts = [title, ...(description === undefined ? [] : [description])].map((text) =>
    element({ node, parts: [text] }),
  );
  const buttons = actions.map(({ text, onClick }) =>
    element({ node, role: 'button', acts: { click: () => onClick?.() }, parts: [text] }),
  );
  return element({ node, role: 'alert', parts: [...texts, ...buttons] });
};

function show(nodes: readonly ForgeNode[], scene: Scene): Part[] {
  return nodes.flatMap((node) => {
    const rule = rules[node.type];
    if (rule === undefined) throw new Error(`A page in Node cannot show <${node.type}>: see test/support/page.`);
    return rule(node, scene);
  });
}

/** The text of each label, by the id of what it names. An asterisk is not read. */
function labelsIn(root: ForgeNode): Map<string, string> {
  const labels = new Map<string, string>();
  const visit = (node: ForgeNode): void => {
    const target = node.type === 'Label' ? textOf(node, 'labelFor') : undefined;
    if (target !== undefined) labels.set(target, textIn(node.children.map(wordsOf)));
    node.children.forEach(visit);
  };
  visit(root);
  return labels;
}

const wordsOf = (node: ForgeNode): Part =>
  node.type === 'String' ? (textOf(node, 'text') ?? '') : element({ node, parts: node.children.map(wordsOf) });
