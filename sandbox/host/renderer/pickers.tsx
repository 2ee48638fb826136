import Calendar from '@atlaskit/calendar';
import { DatePicker, TimePicker } from '@atlaskit/datetime-picker';
import Select from '@atlaskit/select';
import React from 'react';
import * as v from 'valibot';
import { component, type Family } from './component';
import { useMirrored } from './mirrored';
import { flag, handler, list, number, oneOf, text } from './props';

const choice = v.looseObject({ label: v.optional(v.string(), ''), value: v.unknown(), isDisabled: flag });
const group = v.looseObject({ label: v.optional(v.string(), ''), options: v.array(choice) });
const chosen = v.exactOptional(v.nullable(v.union([v.array(choice), choice])));
const spacing = oneOf(['compact', 'default']);
const appearance = oneOf(['default', 'subtle', 'none']);

const picker = {
  id: text,
  name: text,
  appearance: oneOf(['default', 'subtle', 'none']),
  autoFocus: flag,
  defaultIsOpen: flag,
  defaultValue: text,
  value: text,
  isDisabled: flag,
  isInvalid: flag,
  isRequired: flag,
  isOpen: flag,
  label: text,
  locale: text,
  onBlur: handler,
  onChange: handler,
  onFocus: handler,
  placeholder: text,
  spacing,
  testId: text,
};

const selectProps = {
  id: text,
  inputId: text,
  name: text,
  appearance,
  autoFocus: flag,
  closeMenuOnSelect: flag,
  defaultValue: chosen,
  value: chosen,
  isClearable: flag,
  isDisabled: flag,
  isInvalid: flag,
  isLoading: flag,
  isMulti: flag,
  isRequired: flag,
  isSearchable: flag,
  menuIsOpen: flag,
  onBlur: handler,
  onChange: handler,
  onFocus: handler,
  onInputChange: handler,
  openMenuOnFocus: flag,
  options: v.optional(v.array(v.union([group, choice])), []),
  placeholder: text,
  spacing,
  testId: text,
  'aria-label': text,
};

type SelectProps = v.InferOutput<v.ObjectSchema<typeof selectProps, undefined>>;

/** UI Kit gives `id` where Atlaskit wants the input's: a label's `htmlFor` has to find it. */
function MirroredSelect({ id, inputId, value, onChange, ...props }: SelectProps): React.JSX.Element {
  const [shown, show] = useMirrored(value);
  const target = inputId ?? id;
  return (
    <Select
      {...props}
      {...(target === undefined ? {} : { inputId: target })}
      {...(shown === undefined ? {} : { value: shown })}
      // Escape closes the menu, and not the modal around it as well.
      shouldPreventEscapePropagation
      menuPortalTarget={document.body}
      classNamePrefix="kit-select"
      onChange={(next) => {
        show(v.parse(v.nullable(v.union([v.array(choice), choice])), next));
        onChange?.(next);
      }}
    />
  );
}

export const pickers: Family = {
  Select: component(selectProps, (props) => <MirroredSelect {...props} />),
  DatePicker: component(
    {
      ...picker,
      dateFormat: text,
      disabled: list,
      minDate: text,
      maxDate: text,
      weekStartDay: number,
      nextMonthLabel: text,
      previousMonthLabel: text,
      shouldShowCalendarButton: flag,
    },
    ({ weekStartDay: _week, ...props }) => (
      <DatePicker {...props} selectProps={{ shouldPreventEscapePropagation: true }} />
    ),
  ),
  TimePicker: component({ ...picker, timeFormat: text, timeIsEditable: flag, times: list }, (props) => (
    <TimePicker {...props} />
  )),
  Calendar: component(
    {
      day: number,
      month: number,
      year: number,
      defaultSelected: list,
      selected: list,
      disabled: list,
      minDate: text,
      maxDate: text,
      today: text,
      locale: text,
      onChange: handler,
      onSelect: handler,
      testId: text,
    },
    (props) => <Calendar {...props} />,
  ),
};
