/** A node of the tree that an app renders: the `forgeDoc` of `reconcile`. */
export interface ForgeNode {
  type: string;
  key: string;
  props: Record<string, unknown>;
  children: ForgeNode[];
}

/** A prop whose value is an element (`primaryAction`, `actions`…). */
export class ElementProp {
  constructor(readonly node: ForgeNode) {}
}

export type RemoteFunction = (...args: unknown[]) => void;
export type FunctionById = (id: string) => RemoteFunction;

/** Turns what crossed the bridge back into values: references become functions that call the app. */
export function decode(value: unknown, functionById: FunctionById): unknown {
  if (Array.isArray(value)) return value.map((item) => decode(item, functionById));
  if (!isRecord(value)) return value;
  if (typeof value['$function'] === 'string') return functionById(value['$function']);
  if (isRecord(value['$element'])) return new ElementProp(decodeNode(value['$element'], functionById));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return decodeEntries(value, functionById);
}

/** Reads a node and everything below it. Anything that is not a node is refused. */
export function decodeNode(value: unknown, functionById: FunctionById): ForgeNode {
  if (!isRecord(value) || typeof value['type'] !== 'string') throw new TypeError('A node of the forgeDoc has no type.');
  const children = Array.isArray(value['children']) ? value['children'].flat(Infinity) : [];
  return {
    type: value['type'],
    key: typeof value['key'] === 'string' ? value['key'] : '',
    props: isRecord(value['props']) ? decodeEntries(value['props'], functionById) : {},
    children: children.flatMap((child: unknown) => decodeChild(child, functionById)),
  };
}

function decodeChild(child: unknown, functionById: FunctionById): ForgeNode[] {
  if (child === null || child === undefined || typeof child === 'boolean') return [];
  if (typeof child === 'string' || typeof child === 'number') return [textNode(String(child))];
  if (isRecord(child) && isRecord(child['$element'])) return [decodeNode(child['$element'], functionById)];
  return [decodeNode(child, functionById)];
}

const textNode = (text: string): ForgeNode => ({ type: 'String', key: '', props: { text }, children: [] });

function decodeEntries(value: Record<string, unknown>, functionById: FunctionById): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item, functionById)]));
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All text in and below the nodes, as a screen reader would read it. */
export function textOf(nodes: readonly ForgeNode[]): string {
  return nodes.map((node) => (node.type === 'String' ? ownText(node.props['text']) : textOf(node.children))).join('');
}

const ownText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
