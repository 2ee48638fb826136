import { Label, Select, Stack, Text } from '@forge/react';
import React, { useMemo } from 'react';
import { callingCodeOf, checkPhone, countries } from '../../../../domain/fields/phone';
import type { NumbersWithoutCountry } from './column-notation';
import { selectedValue } from './targets';

interface Props {
  id: string;
  numbers: NumbersWithoutCountry;
  onCountry: (country: string) => void;
}

const none = { value: 'none', label: 'None: they are problems of their rows' };

/** All countries by their names. */
function countryOptions() {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  const options = countries.map((country) => ({
    value: country,
    label: `${names.of(country) ?? country} (+${callingCodeOf(country) ?? ''})`,
  }));
  return [none, ...options.sort((a, b) => a.label.localeCompare(b.label, 'en'))];
}

/** Of which country the phone numbers of a column are that don't say it. */
export function CountrySelect({ id, numbers: { example, country }, onCountry }: Props) {
  const options = useMemo(() => countryOptions(), []);
  const checked = checkPhone(example, country);
  return (
    <Stack space="space.050">
      <Label labelFor={id}>Numbers without a country code are from</Label>
      <Select
        inputId={id}
        spacing="compact"
        options={options}
        placeholder="Choose a country"
        value={options.find(({ value }) => value === country) ?? null}
        onChange={(option: unknown) => {
          const chosen = selectedValue(option);
          if (chosen !== null) onCountry(chosen);
        }}
      />
      {checked.ok && <Text color="color.text.subtle">{`${example} becomes ${checked.values[0] ?? ''}`}</Text>}
    </Stack>
  );
}
