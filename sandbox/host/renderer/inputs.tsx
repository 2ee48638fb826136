import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import Toggle from '@atlaskit/toggle';
import Checkbox from '@atlaskit/checkbox';
import Range from '@atlaskit/range';
import { Radio, RadioGroup } from '@atlaskit/radio';
import React from 'react';
import * as v from 'valibot';
import { component, slot, type Family } from './component';
import { useMirrored } from './mirrored';
import { flag, handler, list, number, oneOf, text, textOrNumber } from './props';

const aria = { 'aria-invalid': v.exactOptional(v.union([v.boolean(), v.string()])), 'aria-labelledby': text };
const field = { id: text, name: text, isDisabled: flag, isInvalid: flag, isRequired: flag, testId: text };
const events = { onChange: handler, onBlur: handler, onFocus: handler };
const appearance = oneOf(['standard', 'subtle', 'none']);

const withoutAria = <T extends { 'aria-invalid'?: string | boolean }>({ 'aria-invalid': _given, ...props }: T) => props;

type Change = ((...args: unknown[]) => void) | undefined;

function MirroredTextfield({ value, onChange, ...props }: React.ComponentProps<typeof Textfield>): React.JSX.Element {
  const [shown, show] = useMirrored(value);
  return (
    <Textfield
      {...props}
      {...(shown === undefined ? {} : { value: shown })}
      onChange={(event) => {
        show(event.currentTarget.value);
        onChange?.(event);
      }}
    />
  );
}

function MirroredTextArea({ value, onChange, ...props }: React.ComponentProps<typeof TextArea>): React.JSX.Element {
  const [shown, show] = useMirrored(value);
  return (
    <TextArea
      {...props}
      {...(shown === undefined ? {} : { value: shown })}
      onChange={(event) => {
        show(event.currentTarget.value);
        onChange?.(event);
      }}
    />
  );
}

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

const option = v.object({ label: slot, value: v.string(), name: text, isDisabled: flag, testId: text });

export const inputs: Family = {
  Textfield: component(
    {
      ...field,
      ...events,
      ...aria,
      appearance,
      autoFocus: flag,
      defaultValue: textOrNumber,
      elemAfterInput: v.exactOptional(slot),
      elemBeforeInput: v.exactOptional(slot),
      isCompact: flag,
      isMonospaced: flag,
      isReadOnly: flag,
      maxLength: number,
      minLength: number,
      max: number,
      min: number,
      pattern: text,
      placeholder: text,
      type: text,
      value: textOrNumber,
      width: textOrNumber,
      'aria-label': text,
    },
    (props) => <MirroredTextfield {...withoutAria(props)} />,
  ),
  TextArea: component(
    {
      ...field,
      ...events,
      ...aria,
      appearance,
      autoFocus: flag,
      defaultValue: text,
      isCompact: flag,
      isMonospaced: flag,
      isReadOnly: flag,
      maxHeight: text,
      maxLength: number,
      minimumRows: number,
      placeholder: text,
      resize: oneOf(['auto', 'vertical', 'horizontal', 'smart', 'none']),
      spellCheck: flag,
      value: text,
    },
    (props) => <MirroredTextArea {...withoutAria(props)} />,
  ),
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
  Range: component(
    {
      id: text,
      name: text,
      isDisabled: flag,
      testId: text,
      defaultValue: number,
      value: number,
      min: number,
      max: number,
      step: number,
      onChange: handler,
    },
    ({ value, onChange, ...props }) => <MirroredRange {...props} given={value} onChange={onChange} />,
  ),
};

type Option = v.InferOutput<typeof option>;

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

function MirroredRange({
  given,
  onChange,
  ...props
}: { given: number | undefined; onChange: Change } & Omit<React.ComponentProps<typeof Range>, 'value' | 'onChange'>) {
  const [shown, show] = useMirrored(given);
  return (
    <Range
      {...props}
      {...(shown === undefined ? {} : { value: shown })}
      onChange={(value) => {
        show(value);
        onChange?.(value);
      }}
    />
  );
}

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
