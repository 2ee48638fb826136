import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import Range from '@atlaskit/range';
import React from 'react';
import * as v from 'valibot';
import { component, slot, type Family } from './component';
import { aria, events, field, withoutAria, type Change } from './input-props';
import { useMirrored } from './mirrored';
import { flag, handler, number, oneOf, text, textOrNumber } from './props';

const appearance = oneOf(['standard', 'subtle', 'none']);

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

/** Inputs into which a value is typed or drawn. */
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
