import * as v from 'valibot';
import { decodeNode, isRecord, type ForgeNode, type FunctionById } from './decode';
import type { AppEvents } from './events';
import type { Location } from '../protocol';

/** The frame that a command comes from. */
export interface CallingFrame {
  readonly functionById: FunctionById;
}

/** What the page offers to the frames of the app. */
export interface HostPage {
  events: AppEvents;
  context(seat: FrameSeat): unknown;
  invoke(functionKey: string, payload: unknown, seat: FrameSeat): Promise<unknown>;
  fetchProduct(request: ProductRequest): Promise<unknown>;
  location(): Location;
  /** How many places there are to go back and forth to. */
  historyLength(): number;
  /** A path of the product as a whole address. */
  addressOf(path: string): string;
  reload(): void;
  urlOf(target: NavigationTarget): string;
  navigate(url: string, newTab: boolean): void;
  showFlag(flag: FlagOptions): void;
  closeFlag(id: string): void;
  openModal(options: ModalOptions, seat: FrameSeat): void;
  themeAttributes(): Record<string, string>;
  setTitle(title: string): void;
}

/** What differs between the frames of one page. */
export interface FrameSeat {
  /** The module of the manifest whose frame it is. */
  moduleKey: string;
  /** `extension` of the context, and what a modal was opened with. */
  extension: Record<string, unknown>;
  render?(doc: ForgeNode): void;
  /** Absent where the view cannot be closed, submitted or refreshed. */
  close?(payload: unknown): void;
  refresh?(): void;
}

const remoteFunction = v.custom<(...args: unknown[]) => void>((value) => typeof value === 'function');
const subscribeSchema = v.object({ event: v.string(), callback: remoteFunction });
const emitSchema = v.object({ event: v.string(), payload: v.optional(v.unknown()) });
const invokeSchema = v.object({
  functionKey: v.string(),
  payload: v.optional(v.unknown()),
  metadata: v.optional(v.unknown()),
});
const productSchema = v.object({
  product: v.string(),
  restPath: v.string(),
  fetchRequestInit: v.object({
    method: v.optional(v.string(), 'GET'),
    headers: v.optional(v.array(v.tuple([v.string(), v.string()])), []),
    body: v.nullish(v.string(), null),
  }),
});
const targetSchema = v.looseObject({ target: v.string() });
const navigateSchema = v.union([
  v.object({ url: v.string(), type: v.picklist(['same-tab', 'new-tab']) }),
  v.looseObject({ target: v.string(), type: v.picklist(['same-tab', 'new-tab']) }),
]);
const flagSchema = v.object({
  id: v.union([v.string(), v.number()]),
  type: v.optional(v.picklist(['info', 'success', 'warning', 'error']), 'info'),
  title: v.optional(v.string(), ''),
  description: v.optional(v.string()),
  appearance: v.optional(v.picklist(['info', 'success', 'warning', 'error'])),
  isAutoDismiss: v.optional(v.boolean(), false),
  actions: v.optional(v.array(v.object({ text: v.string(), onClick: v.optional(remoteFunction) })), []),
});
const modalSchema = v.object({
  resource: v.nullable(v.string()),
  onClose: remoteFunction,
  size: v.union([v.string(), v.object({ width: v.string(), height: v.optional(v.string()) })]),
  context: v.record(v.string(), v.unknown()),
  closeOnEscape: v.boolean(),
  closeOnOverlayClick: v.boolean(),
  title: v.string(),
});

export type ProductRequest = v.InferOutput<typeof productSchema>;
export type FlagOptions = v.InferOutput<typeof flagSchema>;
export type ModalOptions = v.InferOutput<typeof modalSchema>;
export type NavigationTarget = v.InferOutput<typeof targetSchema>;

type Command = (data: unknown, page: HostPage, seat: FrameSeat, link: CallingFrame) => unknown;

const subscribe: Command = (data, page, _seat, link) => {
  const { event, callback } = v.parse(subscribeSchema, data);
  return page.events.on(event, callback, link);
};

const emit: Command = (data, page) => {
  const { event, payload } = v.parse(emitSchema, data);
  page.events.emit(event, payload);
};

const commands: Record<string, Command> = {
  reconcile: (data, _page, seat, link) => {
    if (seat.render === undefined) throw new Error('A static resource renders itself: reconcile is for UI Kit.');
    seat.render(decodeNode(isRecord(data) ? data['forgeDoc'] : data, link.functionById));
  },
  invoke: async (data, page, seat) => {
    const { functionKey, payload, metadata } = v.parse(invokeSchema, data);
    const body = await page.invoke(functionKey, payload, seat);
    return metadata === undefined ? body : { body, metadata: {} };
  },
  fetchProduct: (data, page) => page.fetchProduct(v.parse(productSchema, data)),
  getContext: (_data, page, seat) => page.context(seat),
  createHistory: (_data, page) => ({ location: page.location(), length: page.historyLength() }),
  getUrl: (data, page) => page.addressOf(page.urlOf(v.parse(targetSchema, data))),
  navigate: (data, page) => {
    const target = v.parse(navigateSchema, data);
    page.navigate(
      'url' in target && typeof target.url === 'string' ? target.url : page.urlOf(v.parse(targetSchema, data)),
      target.type === 'new-tab',
    );
  },
  reload: (_data, page) => page.reload(),
  showFlag: (data, page) => page.showFlag(v.parse(flagSchema, data)),
  closeFlag: (data, page) =>
    page.closeFlag(String(v.parse(v.object({ id: v.union([v.string(), v.number()]) }), data).id)),
  openModal: (data, page, seat) => page.openModal(v.parse(modalSchema, data), seat),
  close: (data, _page, seat) => (seat.close === undefined ? false : seat.close(data)),
  submit: (data, _page, seat) => (seat.close === undefined ? false : seat.close(data)),
  refresh: (_data, _page, seat) => (seat.refresh === undefined ? false : seat.refresh()),
  on: subscribe,
  onPublic: subscribe,
  emit,
  emitPublic: emit,
  off: (data, page) => page.events.off(v.parse(v.object({ subscription: v.string() }), data).subscription),
  enableTheming: (_data, page) => page.themeAttributes(),
  changeWindowTitle: (data, page) => page.setTitle(v.parse(v.string(), data)),
  emitReadyEvent: () => undefined,
  getFrameId: (_data, _page, seat) => seat.extension['frameId'],
  onError: (data) => {
    const error = isRecord(data) ? data['error'] : data;
    console.error('The app failed to render.', error);
  },
};

/** Runs a command of the bridge. One that the sandbox does not know is refused by name. */
export function runCommand(
  command: string,
  data: unknown,
  page: HostPage,
  seat: FrameSeat,
  link: CallingFrame,
): unknown {
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (run === undefined) throw new Error(`The sandbox does not emulate the bridge command "${command}".`);
  return run(data, page, seat, link);
}
