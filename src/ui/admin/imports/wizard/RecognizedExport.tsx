import { Button, Inline, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import type { Preset } from '../../../../domain/import/presets/preset';
import type { ImportKind } from '../../../../domain/kinds/kind';
import type { Recognition } from './recognition';

interface Props {
  recognition: Recognition;
  kind: ImportKind;
  /** Matches the columns anew: by the preset, or by their names alone. */
  onMatch: (preset: Preset | null) => void;
}

/** Says which tool the file was exported from, and lets a person have its columns matched otherwise. */
export function RecognizedExport({ recognition: { preset, use }, kind, onMatch }: Props) {
  const title = `These look like ${preset.name}`;
  if (use === 'other kind') {
    return (
      <SectionMessage appearance="warning" title={title}>
        <Text>{otherKind(preset, kind)}</Text>
      </SectionMessage>
    );
  }
  const isUsed = use === 'used';
  return (
    <SectionMessage appearance="information" title={title}>
      <Stack space="space.100">
        <Text>{isUsed ? byPreset(preset) : byNames}</Text>
        <Inline>
          <Button spacing="compact" onClick={() => onMatch(isUsed ? null : preset)}>
            {isUsed ? 'Match by names instead' : 'Match as such an export'}
          </Button>
        </Inline>
      </Stack>
    </SectionMessage>
  );
}

const byPreset = ({ valueSeparator }: Preset): string =>
  `Usual columns of this export are matched, or left out for the reason beside them. All other columns are matched by their names. Several values in one cell are separated by “${valueSeparator}”.`;
const byNames = 'All columns are matched by their names.';

const otherKind = ({ about }: Preset, { words }: ImportKind): string =>
  `This import is for ${words.many}. To import the rows as ${about}, go back to the first step and choose another import.`;
