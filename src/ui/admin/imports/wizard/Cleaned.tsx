import { Stack, Text, Toggle, Inline, Label } from '@forge/react';
import React from 'react';
import type { CheckSummary } from '../../../../contract/file-frame';
import type { CleaningChoices, CleaningFamily } from '../../../../contract/imports';
import { countOf } from '../../../shared/format';
import { Section } from '../../../shared/Section';
import { Table } from '../../../shared/Table';

interface Props {
  cleaned: NonNullable<CheckSummary['cleaned']>;
  choices: CleaningChoices;
  onCleaning: (choices: CleaningChoices) => void;
}

const names: Record<CleaningFamily, string> = {
  misread: 'Letters that were saved in a wrong encoding before',
  entities: 'Characters written as in web pages',
  invisible: 'Invisible characters',
  blanks: 'Blanks around values, and unusual ones',
  'line-ends': 'Line breaks of other systems',
  quotes: 'Quotes around values',
  'text-marks': 'Marks that keep a value as text in a spreadsheet',
  addresses: 'Brackets and “mailto:” around addresses',
  nothing: 'Signs for no value',
  errors: 'Errors of formulas',
  'words-for-nothing': 'Words that may mean no value',
  'short-rows': 'Rows that end early, taken as empty at their end',
};

const head = {
  cells: [
    { key: 'what', content: 'What', width: 40 },
    { key: 'cells', content: 'Cells', width: 14 },
    { key: 'example', content: 'Example', width: 30 },
    { key: 'on', content: 'Applied', width: 16 },
  ],
};

const EXAMPLE_CHARS = 40;

/** A value as it is shown: blanks and what nobody sees can be told in it. */
const shown = (text: string): string => {
  const visible = text
    .replaceAll(/[\u00A0\u2000-\u200A\u202F]/g, '␣')
    .replaceAll(/^ +| +$/g, (blanks) => '␣'.repeat(blanks.length))
    .replaceAll(/[\r\n]+/g, '⏎')
    .replaceAll(/\p{Cf}/gu, '◌');
  return `“${visible.length > EXAMPLE_CHARS ? `${visible.slice(0, EXAMPLE_CHARS)}…` : visible}”`;
};

const withChoice = (choices: CleaningChoices, family: CleaningFamily, isOn: boolean): CleaningChoices => [
  ...choices.filter((choice) => choice.family !== family),
  { family, isOn },
];

/** What is cleaned off cells: how often, with an example, and the way to leave it. */
export function Cleaned({ cleaned, choices, onCleaning }: Props) {
  return (
    <Section title="Cleaned up">
      <Stack space="space.100">
        <Text color="color.text.subtle">
          What surrounds values, can’t be seen or is written for other programs is cleaned up before rows are checked.
          Your file stays as it is.
        </Text>
        <Table
          minWidth={640}
          label="What is cleaned up"
          head={head}
          rows={cleaned.map(({ family, isOn, cells, example }) => ({
            key: family,
            cells: [
              { key: 'what', content: <Label labelFor={`clean-${family}`}>{names[family]}</Label> },
              { key: 'cells', content: <Text>{countOf(cells, family === 'short-rows' ? 'row' : 'cell')}</Text> },
              {
                key: 'example',
                content: (
                  <Text>
                    {`Row ${example.row}: ${shown(example.before)} → ${example.after === '' ? 'nothing' : shown(example.after)}`}
                  </Text>
                ),
              },
              {
                key: 'on',
                content: (
                  <Inline>
                    <Toggle
                      id={`clean-${family}`}
                      isChecked={isOn}
                      onChange={() => onCleaning(withChoice(choices, family, !isOn))}
                    />
                  </Inline>
                ),
              },
            ],
          }))}
        />
      </Stack>
    </Section>
  );
}
