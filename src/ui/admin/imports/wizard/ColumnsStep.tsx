import { Box, Button, ButtonGroup, Inline, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import type { FileFacts, ImportSetup } from '../../../../contract/file-frame';
import type { ImportColumn, ImportField, ImportOptions, SavedMapping } from '../../../../contract/imports';
import type { Preset } from '../../../../domain/import/presets/preset';
import { kindOf } from '../../../../domain/kinds';
import { countOf } from '../../../shared/format';
import { ColumnsOptions } from './ColumnsOptions';
import { columnNotes } from './column-notes';
import { type LastCheck, mappingOf } from './mapping';
import { MappingTable } from './MappingTable';
import { RecognizedExport } from './RecognizedExport';
import { SavedMappings } from './SavedMappings';
import { type Recognition, reasonsOf } from './recognition';
import { fileLine } from './words';

interface Props {
  file: FileFacts;
  setup: ImportSetup;
  lastCheck: LastCheck;
  fields: readonly ImportField[];
  /** What the file was recognized as; null where that says nothing of the columns. */
  recognition: Recognition | null;
  onMatch: (preset: Preset | null) => void;
  onColumns: (change: (now: readonly ImportColumn[]) => ImportColumn[]) => void;
  onOptions: (part: Partial<ImportOptions>) => void;
  onMapping: (mapping: SavedMapping) => void;
  onBack: () => void;
  onCheck: () => void;
}

export function ColumnsStep({
  file,
  setup,
  lastCheck,
  fields,
  recognition,
  onMatch,
  onColumns,
  onOptions,
  onMapping,
  onBack,
  onCheck,
}: Props) {
  const { rows, problems } = mappingOf(file, setup, fields, lastCheck, reasonsOf(recognition, file.headers));
  const matched = rows.filter(({ state }) => state === 'matched').length;
  // Where it is said why, it is on purpose.
  const left = rows.filter(({ state, note }) => state === 'not imported' && note === '');
  const open = rows.filter(({ state }) => state === 'needs a choice').length;
  return (
    <Stack space="space.200">
      <Inline spread="space-between" alignBlock="center" space="space.200" rowSpace="space.050" shouldWrap>
        <Text>
          Each column in your file goes to one place. Matched: {matched} of {rows.length}.
        </Text>
        <Text color="color.text.subtle">{fileLine(file)}</Text>
      </Inline>
      {problems.map((message) => (
        <SectionMessage
          key={message}
          appearance="error"
          title={`No column identifies the ${kindOf(setup.kind).words.many}`}
        >
          <Text>{message}</Text>
        </SectionMessage>
      ))}
      {recognition && <RecognizedExport recognition={recognition} kind={kindOf(setup.kind)} onMatch={onMatch} />}
      {columnNotes(setup).map((note) => (
        <SectionMessage key={note} appearance="information">
          <Text>{note}</Text>
        </SectionMessage>
      ))}
      <SavedMappings setup={setup} reading={file.reading} onUse={onMapping} />
      <MappingTable rows={rows} file={file} places={kindOf(setup.kind).places(fields)} onColumns={onColumns} />
      {left.length > 0 && (
        <SectionMessage appearance="warning" title={`${countOf(left.length, 'column is', 'columns are')} not imported`}>
          <Stack space="space.050">
            <Text>{left.map(({ header }) => header).join(', ')}</Text>
            {left.some(({ proposal }) => proposal !== null) && (
              <Text>When you create a field in a new tab and come back, it’s matched here. The file stays chosen.</Text>
            )}
          </Stack>
        </SectionMessage>
      )}
      <ColumnsOptions setup={setup} onOptions={onOptions} onColumns={onColumns} />
      <Inline spread="space-between" alignBlock="center" space="space.200" rowSpace="space.150" shouldWrap>
        <Box role="status">
          <Text color="color.text.subtle">
            {open > 0 ? `${countOf(open, 'column needs', 'columns need')} a choice before you can check the rows.` : ''}
          </Text>
        </Box>
        <ButtonGroup label="Steps">
          <Button appearance="subtle" onClick={onBack}>
            Back
          </Button>
          <Button appearance="primary" isDisabled={open > 0 || problems.length > 0} onClick={onCheck}>
            Check every row
          </Button>
        </ButtonGroup>
      </Inline>
    </Stack>
  );
}
