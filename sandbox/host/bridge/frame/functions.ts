import type { ElementReference, FunctionReference } from '../protocol';

type AppFunction = (...args: unknown[]) => unknown;

/** How many commits back an event can come from: a page that is busy shows a tree that the app has long replaced. */
const TREES_KEPT = 50;

/**
 * Functions cannot cross a MessagePort: they stay here under an id. Those of a rendered tree are forgotten when no
 * event of that tree can be under way any more; all others live as long as the frame.
 */
export class Functions {
  private readonly ids = new WeakMap<AppFunction, string>();
  private readonly kept = new Map<string, AppFunction>();
  /** The newest first. */
  private trees: Map<string, AppFunction>[] = [];
  private count = 0;

  /** Makes `data` fit to cross. `ofTree` is true for a commit of the rendered tree. */
  encode(data: unknown, ofTree: boolean): unknown {
    if (!ofTree) return this.encodeInto(data, this.kept, new Set());
    const tree = new Map<string, AppFunction>();
    this.trees = [tree, ...this.trees.slice(0, TREES_KEPT - 1)];
    return this.encodeInto(data, tree, new Set());
  }

  run(id: string, args: unknown[]): void {
    const run = this.trees.find((tree) => tree.has(id))?.get(id) ?? this.kept.get(id);
    run?.(...args);
  }

  private encodeInto(value: unknown, into: Map<string, AppFunction>, above: Set<object>): unknown {
    if (isFunction(value)) return this.refer(value, into);
    if (typeof value !== 'object' || value === null) return typeof value === 'symbol' ? undefined : value;
    if (above.has(value)) throw new TypeError('A value that contains itself cannot cross the bridge.');
    above.add(value);
    try {
      if (Array.isArray(value)) return value.map((item) => this.encodeInto(item, into, above));
      if (isElement(value)) return this.encodeElement(value, into, above);
      if (!isPlain(value)) return value;
      return this.encodeEntries(value, into, above);
    } finally {
      above.delete(value);
    }
  }

  private encodeEntries(value: object, into: Map<string, AppFunction>, above: Set<object>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [key, this.encodeInto(item, into, above)]),
    );
  }

  private encodeElement(element: Element, into: Map<string, AppFunction>, above: Set<object>): ElementReference {
    const { children, ...props } = element.props;
    if (typeof element.type !== 'string' && typeof element.type !== 'symbol') {
      const name = isFunction(element.type) ? element.type.name : 'unknown';
      console.error(
        `<${name}> was passed as a prop: only components of UI Kit can be, their elements cross unrendered.`,
      );
    }
    return {
      $element: {
        type:
          typeof element.type === 'string' ? element.type : typeof element.type === 'symbol' ? 'Fragment' : 'Unknown',
        key: element.key ?? '',
        props: this.encodeEntries(props, into, above),
        children: (Array.isArray(children) ? children : [children]).map((child) => this.encodeInto(child, into, above)),
      },
    };
  }

  private refer(run: AppFunction, into: Map<string, AppFunction>): FunctionReference {
    let id = this.ids.get(run);
    if (id === undefined) {
      id = `f${++this.count}`;
      this.ids.set(run, id);
    }
    into.set(id, run);
    return { $function: id };
  }
}

interface Element {
  type: unknown;
  key: string | null;
  props: Record<string, unknown>;
}

const isFunction = (value: unknown): value is AppFunction => typeof value === 'function';
const isElement = (value: object): value is Element => '$$typeof' in value && 'props' in value;

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
