import type { ForgeNode } from '../../../sandbox/host/bridge/host/decode';
import {
  type FormShown,
  type Rule,
  type Rules,
  type Scene,
  eventOf,
  handlerOf,
  isOn,
  labelOf,
  slotOf,
  textOf,
} from './scene';
import { element, type Part, type State, textIn, tidy } from './shown';

const buttonOf = (node: ForgeNode, scene: Scene, parts: readonly Part[]): Part[] => {
  const isLoading = isOn(node, 'isLoading');
  const isDisabled = isOn(node, 'isDisabled') || isLoading;
  const { form } = scene;
  const submits = textOf(node, 'type') === 'submit' && form !== null;
  const click = () => {
    handlerOf(node, 'onClick')(eventOf('click', node));
    if (submits) form.submit();
  };
  if (submits) form.submitters.push(isDisabled ? null : click);
  return [
    element({
      node,
      role: 'button',
      state: { isDisabled },
      acts: { click },
      parts: isLoading ? [...parts, ', Loading'] : parts,
    }),
  ];
};

const button: Rule = (node, scene) => buttonOf(node, scene, scene.show(node.children, scene));

/** Enter in a field sends its form, as by the first of its submit buttons. */
const pressIn = (form: FormShown | null) => (key: string) => {
  if (key !== 'Enter') throw new Error(`A page in Node knows no ${key} in a field.`);
  const [first] = form?.submitters ?? [];
  if (first !== undefined) first?.();
  else form?.submit();
};

const ROLES: Record<string, string> = { number: 'spinbutton', search: 'searchbox' };

/** A field to write in. What the app does not keep of it, the host does. */
const field =
  (kind: 'input' | 'textarea'): Rule =>
  (node, scene) => {
    const type = kind === 'textarea' ? 'textarea' : (textOf(node, 'type') ?? 'text');
    const kept = scene.kept(node.key);
    const own = typeof kept.value === 'string' ? kept.value : textOf(node, 'defaultValue');
    const value = textOf(node, 'value') ?? own ?? '';
    const isDisabled = isOn(node, 'isDisabled');
    const label = labelOf(node, scene);
    const write = (text: string) => {
      if (isOn(node, 'isReadOnly')) throw new Error(`${label ?? 'The field'} can only be read.`);
      kept.value = text;
      handlerOf(node, 'onChange')(eventOf('change', node, { name: textOf(node, 'name') ?? '', value: text, type }));
    };
    const press = kind === 'input' ? pressIn(scene.form) : undefined;
    const role = ROLES[type] ?? 'textbox';
    const acts = { write, click: () => undefined, ...(press && { press }) };
    return [element({ node, role, name: label ?? '', label, state: { value, isDisabled }, acts })];
  };

/** A control that is on or off. */
function check(
  node: ForgeNode,
  role: string,
  given: { name: string; value?: string; parts?: Part[]; scene: Scene },
): Part {
  const kept = given.scene.kept(node.key);
  const own = typeof kept.value === 'boolean' ? kept.value : isOn(node, 'defaultChecked');
  const isChecked = typeof node.props['isChecked'] === 'boolean' ? node.props['isChecked'] : own;
  const target = {
    name: textOf(node, 'name') ?? '',
    value: given.value ?? '',
    type: role === 'radio' ? 'radio' : 'checkbox',
  };
  const click = () => {
    if (role === 'radio' && isChecked) return;
    kept.value = !isChecked;
    handlerOf(node, 'onChange')(eventOf('change', node, { ...target, checked: !isChecked }));
  };
  const state: State = { isChecked, isDisabled: isOn(node, 'isDisabled') };
  return element({ node, role, name: given.name, label: given.name, state, acts: { click }, parts: given.parts ?? [] });
}

const checkbox: Rule = (node, scene) => {
  const parts = slotOf(node, 'label', scene);
  const text = tidy(textIn(parts));
  const name = text === '' ? (labelOf(node, scene) ?? '') : text;
  return [check(node, 'checkbox', { name, value: textOf(node, 'value') ?? '', parts, scene })];
};

const radio: Rule = (node, scene) => {
  const text = textOf(node, 'label') ?? '';
  const name = textOf(node, 'ariaLabel') ?? text;
  return [check(node, 'radio', { name, value: textOf(node, 'value') ?? '', parts: [text], scene })];
};

interface Option {
  label: string;
  value: string;
}

const isOption = (value: unknown): value is Option =>
  typeof value === 'object' &&
  value !== null &&
  'label' in value &&
  'value' in value &&
  typeof value.label === 'string';

const radioGroup: Rule = (node, scene) => {
  const options: unknown = node.props['options'];
  const kept = scene.kept(node.key);
  const chosen = textOf(node, 'value') ?? kept.value ?? textOf(node, 'defaultValue');
  const name = textOf(node, 'name') ?? '';
  const radios = (Array.isArray(options) ? options : []).filter(isOption).map(({ label, value }) =>
    element({
      node,
      role: 'radio',
      name: label,
      label,
      state: { isChecked: chosen === value, isDisabled: isOn(node, 'isDisabled') },
      acts: {
        click: () => {
          kept.value = value;
          handlerOf(node, 'onChange')(eventOf('change', node, { name, value, type: 'radio', checked: true }));
        },
      },
      parts: [label],
    }),
  );
  return [element({ node, role: 'radiogroup', name: labelOf(node, scene) ?? '', parts: radios })];
};

const form: Rule = (node, scene) => {
  const submit = () => handlerOf(node, 'onSubmit')();
  return [
    element({
      node,
      role: 'form',
      name: '',
      parts: scene.show(node.children, { ...scene, form: { submit, submitters: [] } }),
    }),
  ];
};

/** What is pressed, switched, or written in: by its name in a forgeDoc. */
export const controlRules: Rules = {
  Button: button,
  LoadingButton: button,
  Pressable: button,
  Textfield: field('input'),
  TextArea: field('textarea'),
  Checkbox: checkbox,
  Toggle: checkbox,
  Radio: radio,
  RadioGroup: radioGroup,
  Form: form,
};
