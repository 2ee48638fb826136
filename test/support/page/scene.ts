import { ElementProp, type ForgeNode, type RemoteFunction } from '../../../sandbox/host/bridge/host/decode';
import type { PlainEvent, PlainTarget } from '../../../sandbox/host/bridge/host/arguments';
import type { Part, Shown } from './shown';

/** What the host keeps of a control between two renders of the app, as a browser keeps it of an element. */
export interface Kept {
  /** Of a field whose value the app leaves to the host. */
  value?: unknown;
  /** What was typed into a list to find an option; absent while the list is closed. */
  sought?: string;
}

/** The form around a control. */
export interface FormShown {
  submit: () => void;
  /** What its submit buttons do, null for each that cannot be pressed. */
  submitters: ((() => void) | null)[];
}

/** What a rule needs to know beside its node. */
export interface Scene {
  kept: (key: string) => Kept;
  /** The text of the label of a control, by the control's id. */
  labels: ReadonlyMap<string, string>;
  /** The name of a user of the site. */
  userName: (accountId: string) => string;
  form: FormShown | null;
  /** What stands before the page rather than in it: dialogs, and lists that are open. */
  before: Shown[];
  show: (nodes: readonly ForgeNode[], scene: Scene) => Part[];
}

export type Rule = (node: ForgeNode, scene: Scene) => Part[];
export type Rules = Record<string, Rule>;

export const textOf = (node: ForgeNode, prop: string): string | undefined => {
  const value = node.props[prop];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
};

export const isOn = (node: ForgeNode, prop: string): boolean => node.props[prop] === true;

const isRemote = (value: unknown): value is RemoteFunction => typeof value === 'function';

/** A handler of the app; one that it has not given does nothing. */
export function handlerOf(node: ForgeNode, prop: string): RemoteFunction {
  const value = node.props[prop];
  return isRemote(value) ? value : () => undefined;
}

/** What a prop holds that may be an element, a list of them, or text. */
export function slotOf(node: ForgeNode, prop: string, scene: Scene): Part[] {
  return partsOf(node.props[prop], scene);
}

function partsOf(value: unknown, scene: Scene): Part[] {
  if (value instanceof ElementProp) return scene.show([value.node], scene);
  if (Array.isArray(value)) return value.flatMap((item) => partsOf(item, scene));
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

/** The children of the `ContentWrapper` of that name. */
export const named = (node: ForgeNode, name: string): readonly ForgeNode[] =>
  node.children.find((child) => child.props['name'] === name)?.children ?? [];

/** An event of a control as the host sends it. */
export const eventOf = (type: string, node: ForgeNode, target: PlainTarget = {}): PlainEvent => {
  const id = textOf(node, 'id') ?? '';
  const whole = { id, ...target };
  return { type, target: whole, currentTarget: whole };
};

/** What a control is called: by the label that names it, or by itself. */
export function labelOf(node: ForgeNode, scene: Scene): string | null {
  const id = textOf(node, 'inputId') ?? textOf(node, 'id');
  const own = textOf(node, 'aria-label') ?? textOf(node, 'ariaLabel');
  return (id === undefined ? undefined : scene.labels.get(id)) ?? own ?? null;
}
