import { Button, Checkbox, Inline, Label, RadioGroup, Select, Stack, Text } from '@forge/react';
import React from 'react';
import type { FileFacts } from '../../../../contract/file-frame';
import type { ImportColumn } from '../../../../contract/imports';
import { turnedRound } from '../../../../domain/fields/person-name';
import type { Place } from '../../../../domain/kinds/place';
import { DateOrderChoice } from './DateOrderChoice';
import { CountrySelect } from './CountrySelect';
import { type Proposed, withCountry, withDecimal, withFirst, withProposed, withYears } from './column-notation';
import { type MappingRow, withDateOrder } from './mapping';
import { withImports } from './remedy-groups';
import { selectedValue } from './targets';
import { YearsSelect } from './YearsSelect';

interface Props {
  row: MappingRow;
  file: FileFacts;
  place: Place | undefined;
  onColumns: (change: (now: readonly ImportColumn[]) => ImportColumn[]) => void;
}

const decimals = [
  { value: '.', label: 'Point: 1,234.5 or 1234.5' },
  { value: ',', label: 'Comma: 1.234,5 or 1234,5' },
] as const;

const yesOrNo = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
  { value: '', label: 'Nothing' },
] as const;

function proposedWords({ part, example }: Proposed): string {
  if (part === 'scheme') return 'Add https:// where it’s missing';
  if (part === 'currency') return `Leave out “${example}”`;
  return `Put first names first: “${example}” becomes “${turnedRound(example) ?? example}”`;
}

/** How a column writes its values, where that is for a person to say: dates, numbers, yes and no, parts of a name. */
export function ColumnNotation({ row, file, place, onColumns }: Props) {
  const { index, shortYears, decimal, national, proposed, assigned, joined } = row;
  return (
    <Stack space="space.050">
      {row.isDate && (
        <DateOrderChoice
          row={row}
          file={file}
          onOrder={(order) => onColumns((now) => withDateOrder(now, index, order))}
        />
      )}
      {shortYears !== null && (
        <YearsSelect
          id={`years-${index}`}
          years={shortYears}
          onYears={(yearsFrom) => onColumns((now) => withYears(now, index, yearsFrom))}
        />
      )}
      {decimal !== null && (
        <RadioGroup
          name={`decimal-${index}`}
          {...(decimal !== 'open' && { value: decimal })}
          options={decimals.map(({ value, label }) => ({ name: `decimal-${index}`, value, label }))}
          onChange={(event) => {
            const mark = event.target.value === ',' ? ',' : '.';
            onColumns((now) => withDecimal(now, index, mark));
          }}
        />
      )}
      {proposed !== null && (
        <Checkbox
          name={`proposed-${index}`}
          label={proposedWords(proposed)}
          isChecked={proposed.isOn}
          onChange={() => onColumns((now) => withProposed(now, index, { ...proposed, isOn: !proposed.isOn }))}
        />
      )}
      {national !== null && (
        <CountrySelect
          id={`country-${index}`}
          numbers={national}
          onCountry={(country) => onColumns((now) => withCountry(now, index, country))}
        />
      )}
      {assigned.map(({ value, imported }, at) => (
        <Inline key={value} space="space.100" alignBlock="center">
          <Label labelFor={`assign-${index}-${at}`}>{`“${value}” is`}</Label>
          <Select
            inputId={`assign-${index}-${at}`}
            spacing="compact"
            options={yesOrNo}
            placeholder="Choose"
            value={yesOrNo.find((option) => option.value === imported) ?? null}
            onChange={(option: unknown) => {
              const chosen = selectedValue(option);
              if (chosen !== null) onColumns((now) => withImports(now, index, new Map([[value, chosen]])));
            }}
          />
        </Inline>
      ))}
      {joined !== null && joined.at > 1 && (
        <Inline>
          <Button
            spacing="compact"
            appearance="subtle"
            onClick={() => onColumns((now) => withFirst(now, index, place?.joinedBy ?? ' '))}
          >
            Put first
          </Button>
        </Inline>
      )}
      {joined !== null && <Text color="color.text.subtle">{`Together: ${joined.example}`}</Text>}
    </Stack>
  );
}
