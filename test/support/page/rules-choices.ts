import * as v from 'valibot';
import type { ForgeNode } from '../../../sandbox/host/bridge/host/decode';
import { type Rule, type Rules, eventOf, handlerOf, isOn, labelOf, named, textOf } from './scene';
import { element, type Part } from './shown';

const optionSchema = v.looseObject({
  label: v.optional(v.string(), ''),
  value: v.unknown(),
  isDisabled: v.optional(v.boolean()),
});
const groupSchema = v.looseObject({ label: v.optional(v.string(), ''), options: v.array(optionSchema) });
const optionsSchema = v.optional(v.array(v.union([groupSchema, optionSchema])), []);
const chosenSchema = v.nullish(v.union([v.array(optionSchema), optionSchema]), null);

type Option = v.InferOutput<typeof optionSchema>;

const isGroup = (one: v.InferOutput<typeof optionsSchema>[number]): one is v.InferOutput<typeof groupSchema> =>
  Array.isArray(one['options']);

/** The list finds by the beginning, middle or end of an option's words and value, whatever the case. */
const isSought = ({ label, value }: Option, sought: string): boolean =>
  `${label} ${String(value)}`.toLowerCase().includes(sought.toLowerCase().trim());

/** A list to choose from. It opens when something is typed in it, or by a click, before the page. */
const select: Rule = (node, scene) => {
  const kept = scene.kept(node.key);
  const isMulti = isOn(node, 'isMulti');
  const held: unknown = 'value' in node.props ? node.props['value'] : (kept.value ?? node.props['defaultValue']);
  const value = v.parse(chosenSchema, held);
  const chosen = value === null ? [] : Array.isArray(value) ? value : [value];
  const change = (next: Option | Option[] | null) => {
    kept.value = next;
    delete kept.sought;
    handlerOf(node, 'onChange')(next);
  };
  const choose = (option: Option) => change(isMulti ? [...chosen, option] : option);
  const offered = v
    .parse(optionsSchema, node.props['options'])
    .flatMap((one) => (isGroup(one) ? one.options : [one]))
    .filter((option) => !isMulti || !chosen.some((each) => each.value === option.value))
    .filter((option) => isSought(option, kept.sought ?? ''));
  if (kept.sought !== undefined) scene.before.push(listOf(node, offered, choose));
  const label = labelOf(node, scene);
  const seek = (text: string) => {
    kept.sought = text;
    handlerOf(node, 'onInputChange')(text, { action: 'input-change', prevInputValue: '' });
  };
  const placeholder =
    chosen.length === 0 && (kept.sought ?? '') === '' ? [textOf(node, 'placeholder') ?? 'Select...'] : [];
  const control = element({
    node,
    role: 'combobox',
    name: label ?? '',
    label,
    state: { value: kept.sought ?? '', isDisabled: isOn(node, 'isDisabled') },
    acts: {
      write: seek,
      click: () => (kept.sought ??= ''),
      press: (key) => {
        const [first] = offered.filter((option) => option.isDisabled !== true);
        if (key === 'Backspace' && isMulti) change(chosen.slice(0, -1));
        else if (key === 'Escape') delete kept.sought;
        else if (key === 'Enter' && kept.sought !== undefined && first !== undefined) choose(first);
        else throw new Error(`A page in Node knows no ${key} in ${label ?? 'this list'} just now.`);
      },
    },
  });
  const taken = chosen.map((each) => element({ node, parts: [each.label, ...removal(isMulti, each)] }));
  function removal(isOffered: boolean, each: Option) {
    const click = () => change(chosen.filter((other) => other !== each));
    return isOffered
      ? [
          element({
            node,
            role: 'button',
            name: `${each.label}, remove`,
            label: `Remove ${each.label}`,
            acts: { click },
          }),
        ]
      : [];
  }
  const clear =
    isOn(node, 'isClearable') && chosen.length > 0
      ? [
          element({
            node,
            role: 'button',
            name: 'clear',
            label: 'clear',
            acts: { click: () => change(isMulti ? [] : null) },
          }),
        ]
      : [];
  return [
    element({
      node,
      parts: [...taken, ...placeholder.map((text) => element({ node, parts: [text] })), control, ...clear],
    }),
  ];
};

function listOf(node: ForgeNode, offered: readonly Option[], choose: (option: Option) => void) {
  const options = offered.map((option) =>
    element({
      node,
      role: 'option',
      state: { isDisabled: option.isDisabled === true },
      acts: { click: () => choose(option) },
      parts: [option.label],
    }),
  );
  const empty = isOn(node, 'isLoading') ? 'Loading...' : 'No options';
  return element({ node, role: 'listbox', name: '', parts: options.length > 0 ? options : [empty] });
}

const dateField: Rule = (node, scene) => {
  const label = labelOf(node, scene);
  const write = (text: string) => handlerOf(node, 'onChange')(text);
  const state = { value: textOf(node, 'value') ?? '', isDisabled: isOn(node, 'isDisabled') };
  return [
    element({ node, role: 'combobox', name: label ?? '', label, state, acts: { write, click: () => undefined } }),
  ];
};

const tabs: Rule = (node, scene) => {
  const kept = scene.kept(node.key);
  const own = typeof kept.value === 'number' ? kept.value : Number(textOf(node, 'defaultSelected') ?? '0');
  const selected = Number(textOf(node, 'selected') ?? String(own));
  const [list, ...panels] = node.children;
  const tabList = (list?.children ?? []).map((tab, index) =>
    element({
      node: tab,
      role: 'tab',
      state: { isSelected: index === selected },
      acts: {
        click: () => {
          if (index === selected) return;
          kept.value = index;
          handlerOf(node, 'onChange')(index);
        },
      },
      parts: scene.show(tab.children, scene),
    }),
  );
  const panel = panels[selected];
  return [
    element({ node, role: 'tablist', name: '', parts: tabList }),
    ...(panel === undefined
      ? []
      : [element({ node: panel, role: 'tabpanel', parts: scene.show(panel.children, scene) })]),
  ];
};

/** The page keeps which one is shown. All numbers are offered: the host leaves out some where there are many. */
const pagination: Rule = (node) => {
  const pages = v.parse(v.array(v.union([v.number(), v.string()])), node.props['pages']);
  const selected = Number(textOf(node, 'selectedIndex') ?? '0');
  const go = (index: number) => () => handlerOf(node, 'onChange')(eventOf('click', node), pages[index]);
  const step = (index: number, word: string) =>
    element({
      node,
      role: 'button',
      name: word,
      label: word,
      state: { isDisabled: pages[index] === undefined },
      acts: { click: go(index) },
    });
  const numbers = pages.map((page, index) => {
    const name = `${textOf(node, 'pageLabel') ?? 'page'} ${page}`;
    const state = { isSelected: index === selected };
    return element({
      node,
      role: 'button',
      name,
      label: name,
      state,
      acts: { click: go(index) },
      parts: [String(page)],
    });
  });
  const label = textOf(node, 'label') ?? 'pagination';
  const parts = [
    step(selected - 1, textOf(node, 'previousLabel') ?? 'previous'),
    ...numbers,
    step(selected + 1, textOf(node, 'nextLabel') ?? 'next'),
  ];
  return [element({ node, role: 'navigation', name: label, label, parts })];
};

const dialog: Rule = (node, scene) => {
  const title = textOf(node, 'title');
  const parts = scene.show(node.children, { ...scene, form: null });
  const heading = [...parts].flatMap((part) => headingsIn(part));
  const name = textOf(node, 'label') ?? title ?? heading[0] ?? '';
  const own = title === undefined ? [] : [element({ node, role: 'heading', state: { level: 1 }, parts: [title] })];
  const press = (key: string) => {
    if (key !== 'Escape') throw new Error(`A page in Node knows no ${key} in a dialog.`);
    handlerOf(node, 'onClose')(eventOf('keydown', node));
  };
  scene.before.push(element({ node, role: 'dialog', name, label: name, acts: { press }, parts: [...own, ...parts] }));
  return [];
};

function headingsIn(part: Part): string[] {
  if (typeof part === 'string') return [];
  return part.role === 'heading' ? [part.name] : part.parts.flatMap(headingsIn);
}

const popup: Rule = (node, scene) => {
  if (isOn(node, 'isOpen')) scene.before.push(element({ node, parts: scene.show(named(node, 'content'), scene) }));
  return scene.show(named(node, 'trigger'), scene);
};

const inlineEdit: Rule = (node, scene) => {
  const act = (name: string, handler: string) =>
    element({ node, role: 'button', name, label: name, acts: { click: () => handlerOf(node, handler)() } });
  if (!isOn(node, 'isEditing')) {
    const edit = act(textOf(node, 'editButtonLabel') ?? 'Edit', 'onEdit');
    return [edit, ...scene.show(named(node, 'readView'), scene)];
  }
  const submit = () => handlerOf(node, 'onConfirm')();
  const parts = scene.show(named(node, 'editView'), { ...scene, form: { submit, submitters: [] } });
  const around = (all: Part[]) => [element({ node, role: 'form', name: '', parts: all })];
  if (isOn(node, 'hideActionButtons')) return around(parts);
  const confirm = act(textOf(node, 'confirmButtonLabel') ?? 'Confirm', 'onConfirm');
  return around([...parts, confirm, act(textOf(node, 'cancelButtonLabel') ?? 'Cancel', 'onCancel')]);
};

/** What is chosen from, turned over, or opened before the page: by its name in a forgeDoc. */
export const choiceRules: Rules = {
  Select: select,
  DatePicker: dateField,
  Tabs: tabs,
  Pagination: pagination,
  Modal: dialog,
  Popup: popup,
  InlineEdit: inlineEdit,
};
