import { isRecord } from './decode';

/**
 * Makes the arguments of an event handler fit to cross to the app. An event becomes the few plain fields an app may
 * rely on (`useForm` looks at `target.type`); everything else crosses as it is.
 */
export function plainArguments(args: readonly unknown[]): unknown[] {
  return args.map((argument) => (isEvent(argument) ? plainEvent(argument) : plainValue(argument)));
}

/** An event as it reaches the app. */
export interface PlainEvent {
  type: string;
  target: PlainTarget;
  currentTarget: PlainTarget;
  key?: string;
}

/** The control of an event: its value where it has one, and whether it is checked where it can be. */
export interface PlainTarget {
  id?: string;
  name?: string;
  value?: string;
  type?: string;
  checked?: boolean;
}

interface EventLike {
  type: string;
  target: unknown;
}

function isEvent(value: unknown): value is EventLike & Record<string, unknown> {
  return value instanceof Event || (isRecord(value) && 'nativeEvent' in value && 'target' in value);
}

function plainEvent(event: EventLike): PlainEvent {
  const target = plainTarget(event.target);
  return { type: event.type, target, currentTarget: target, ...plainKey(event) };
}

function plainKey(event: EventLike): Pick<PlainEvent, 'key'> {
  return 'key' in event && typeof event.key === 'string' ? { key: event.key } : {};
}

function plainTarget(target: unknown): PlainTarget {
  if (!(target instanceof HTMLElement)) return {};
  const field = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return {
    id: target.id,
    ...(field ? { name: target.name, value: target.value, type: target.type } : {}),
    ...(target instanceof HTMLInputElement ? { checked: target.checked } : {}),
  };
}

/** Analytics events and elements, which Atlaskit's handlers get beside their value, do not cross on Forge either. */
function plainValue(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return undefined;
  }
}
