import React from 'react';
import * as v from 'valibot';
import { ElementProp, textOf, type ForgeNode } from '../bridge/host/decode';

/** What a renderer gets beside the props it declared. */
export interface Parts {
  node: ForgeNode;
  children: React.ReactNode;
  /** The children's text, for components that take a string. */
  text: string;
  /** The children of the `ContentWrapper` of that name. */
  named: (name: string) => ForgeNode[];
}

export type NodeRenderer = (props: { node: ForgeNode }) => React.ReactNode;
export type Family = Record<string, NodeRenderer>;

type Entries = v.ObjectEntries;
type PropsOf<E extends Entries> = v.InferOutput<v.ObjectSchema<E, undefined>>;

/**
 * Defines how one UI Kit component is rendered. Props are parsed: one that UI Kit does not have does not get through,
 * one with a wrong value is reported on the console and left out.
 */
export function component<E extends Entries>(
  entries: E,
  render: (props: PropsOf<E>, parts: Parts) => React.ReactNode,
): NodeRenderer {
  const schema = v.object(entries);
  return function Rendered({ node }) {
    return render(parseProps(schema, node), partsOf(node));
  };
}

function parseProps<E extends Entries>(schema: v.ObjectSchema<E, undefined>, node: ForgeNode): PropsOf<E> {
  const first = v.safeParse(schema, node.props);
  if (first.success) return first.output;
  const faulty = new Set(first.issues.map((issue) => String(issue.path?.[0]?.key)));
  first.issues.forEach((issue) => console.error(`<${node.type}> ${v.getDotPath(issue) ?? ''}: ${issue.message}`));
  return v.parse(schema, Object.fromEntries(Object.entries(node.props).filter(([key]) => !faulty.has(key))));
}

const partsOf = (node: ForgeNode): Parts => ({
  node,
  children: node.children.length === 0 ? undefined : <Nodes nodes={node.children} />,
  // Read where it is used: read at every node, all text of a page is gathered anew on each of its levels.
  get text() {
    return textOf(node.children);
  },
  named: (name) => node.children.find((child) => child.props['name'] === name)?.children ?? [],
});

/** The registry reaches the nodes by context, so that families of components need not import it in a circle. */
export const RegistryContext = React.createContext<Family>({});

export function Nodes({ nodes }: { nodes: readonly ForgeNode[] }): React.JSX.Element {
  const registry = React.useContext(RegistryContext);
  return (
    <>
      {nodes.map((node, index) => {
        const Rendered = registry[node.type] ?? NotEmulated;
        return <Rendered key={node.key === '' ? index : node.key} node={node} />;
      })}
    </>
  );
}

/** A component that the sandbox cannot show, said where it would be. */
export function NotEmulated({ node }: { node: ForgeNode }): React.JSX.Element {
  React.useEffect(() => console.error(`The sandbox does not emulate <${node.type}>.`), [node.type]);
  return (
    <div className="not-emulated" role="note">
      {`<${node.type}> is not emulated by the sandbox.`}
    </div>
  );
}

/** A prop that may be an element, a list of them, or text. */
export const slot = v.pipe(v.unknown(), v.transform(renderSlot));

function renderSlot(value: unknown): React.ReactNode {
  if (value instanceof ElementProp) return <Nodes nodes={[value.node]} />;
  if (Array.isArray(value))
    return value.map((item, index) => <React.Fragment key={index}>{renderSlot(item)}</React.Fragment>);
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
