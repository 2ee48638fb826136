import { Label, Select, Stack, Text } from '@forge/react';
import React from 'react';
import type { YearsFrom } from '../../../../domain/fields/short-years';
import type { ShortYears } from './column-notation';
import { inWords, yearOptions } from './date-orders';
import { selectedValue } from './targets';

interface Props {
  id: string;
  years: ShortYears;
  onYears: (yearsFrom: YearsFrom) => void;
}

/** Of which hundred years the years of a column are that have two digits. */
export function YearsSelect({ id, years: { example, order, yearsFrom }, onYears }: Props) {
  const chosen = yearOptions.find((option) => option.yearsFrom === yearsFrom) ?? null;
  const words =
    example === '' || order === undefined || typeof yearsFrom !== 'number' ? null : inWords(example, order, yearsFrom);
  return (
    <Stack space="space.050">
      <Label labelFor={id}>Years with two digits are in</Label>
      <Select
        inputId={id}
        spacing="compact"
        options={yearOptions}
        placeholder="Choose a century"
        value={chosen}
        onChange={(option: unknown) => {
          const value = selectedValue(option);
          const now = yearOptions.find((one) => one.value === value);
          if (now) onYears(now.yearsFrom);
        }}
      />
      {words !== null && <Text color="color.text.subtle">{`${example} is ${words}`}</Text>}
    </Stack>
  );
}
