import Checkbox from '@atlaskit/checkbox';
import { Radio, RadioGroup } from '@atlaskit/radio';
import Toggle from '@atlaskit/toggle';
import React from 'react';
import * as v from 'valibot';
import { component, slot, type Family } from './component';
import { aria, events, field, withoutAria, type Change } from './input-props';
import { useMirrored } from './mirrored';
import { flag, handler, list, oneOf, text, textOrNumber } from './props';

type CheckProps = { isChecked?: boolean; onChange?: NonNullable<Change> };

/** A checkbox or toggle that shows its new state before the app has answered. */
function useMirroredCheck({ isChecked, onChange }: CheckProps) {
  const [shown, show] = useMirrored(isChecked);
  return {
    ...(shown === undefined ? {} : { isChecked: shown }),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
      show(event.currentTarget.checked);
      onChange?.(event);
    },
  };
}

function MirroredCheckbox({
  isChecked,
  onChange,
  ...props
}: CheckProps & Omit<React.ComponentProps<typeof Checkbox>, keyof CheckProps>) {
  return (
    <Checkbox
      {...props}
      {...useMirroredCheck({
        ...(isChecked === undefined ? {} : { isChecked }),
        ...(onChange === undefined ? {} : { onChange }),
      })}
    />
  );
}

function MirroredToggle({
  isChecked,
  onChange,
  ...props
}: CheckProps & Omit<React.ComponentProps<typeof Toggle>, keyof CheckProps>) {
  return (
    <Toggle
      {...props}
      {...useMirroredCheck({
        ...(isChecked === undefined ? {} : { isChecked }),
        ...(onChange === undefined ? {} : { onChange }),
      })}
    />
  );
}

function MirroredRadioGroup({
  given,
  onChange,
  ...props
}: { given: string | undefined; onChange: Change } & Omit<
  React.ComponentProps<typeof RadioGroup>,
  'value' | 'onChange'
>) {
  const [shown, show] = useMirrored(given);
  return (
    <RadioGroup
      {...props}
      {...(shown === undefined ? {} : { value: shown })}
      onChange={(event) => {
        show(event.currentTarget.value);
        onChange?.(event);
      }}
    />
  );
}

const option = v.object({ label: slot, value: v.string(), name: text, isDisabled: flag, testId: text });

type Option = v.InferOutput<typeof option>;

interface CheckboxGroupProps {
  name?: string;
  isDisabled?: boolean;
  isInvalid?: boolean;
  defaultValue?: string[];
  value?: string[];
  onChange?: NonNullable<Change>;
  options: Option[];
  'aria-labelledby'?: string;
}

/** A group sends the list of all values that are checked. */
function CheckboxGroup({ options, value, defaultValue, onChange, ...props }: CheckboxGroupProps): React.JSX.Element {
  const [own, setOwn] = React.useState(defaultValue ?? []);
  const [mirrored, mirror] = useMirrored(value);
  const checked = mirrored ?? own;
  const toggle = (one: string, on: boolean) => {
    const next = options.map((each) => each.value).filter((each) => (each === one ? on : checked.includes(each)));
    setOwn(next);
    mirror(next);
    onChange?.(next);
  };
  return (
    <div role="group" aria-labelledby={props['aria-labelledby']}>
      {options.map((each) => (
        <Checkbox
          key={each.value}
          label={<>{each.label}</>}
          value={each.value}
          {...(props.name === undefined ? {} : { name: props.name })}
          {...(props.isInvalid === undefined ? {} : { isInvalid: props.isInvalid })}
          isDisabled={props.isDisabled ?? each.isDisabled ?? false}
          isChecked={checked.includes(each.value)}
          onChange={(event) => toggle(each.value, event.currentTarget.checked)}
        />
      ))}
    </div>
  );
}

/** Inputs in which something is switched on, or chosen of a few. */
export const choices: Family = {
  Checkbox: component(
    {
      ...field,
      ...events,
      ...aria,
      defaultChecked: flag,
      isChecked: flag,
      isIndeterminate: flag,
      label: v.exactOptional(slot),
      value: textOrNumber,
    },
    ({ label, ...props }) => (
      <MirroredCheckbox {...withoutAria(props)} {...(label === undefined ? {} : { label: <>{label}</> })} />
    ),
  ),
  CheckboxGroup: component(
    {
      name: text,
      isDisabled: flag,
      isInvalid: flag,
      defaultValue: list,
      value: list,
      onChange: handler,
      options: v.optional(v.array(option), []),
      'aria-labelledby': text,
    },
    (props) => <CheckboxGroup {...props} />,
  ),
  Toggle: component(
    {
      id: text,
      name: text,
      isDisabled: flag,
      testId: text,
      ...events,
      defaultChecked: flag,
      isChecked: flag,
      label: text,
      size: oneOf(['regular', 'large']),
      value: text,
    },
    (props) => <MirroredToggle {...props} />,
  ),
  Radio: component(
    {
      ...field,
      onChange: handler,
      isChecked: flag,
      label: v.exactOptional(slot),
      value: v.optional(v.string(), ''),
      ariaLabel: text,
    },
    (props) => <Radio {...props} />,
  ),
  RadioGroup: component(
    {
      name: text,
      isDisabled: flag,
      isInvalid: flag,
      isRequired: flag,
      defaultValue: text,
      value: text,
      onChange: handler,
      options: v.optional(v.array(option), []),
      'aria-labelledby': text,
      testId: text,
    },
    ({ value, onChange, ...props }) => <MirroredRadioGroup {...props} given={value} onChange={onChange} />,
  ),
};
