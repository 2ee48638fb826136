import { Box, Button, Inline, Label, ModalTransition, Select, Stack, Text, xcss } from '@forge/react';
import React, { useState } from 'react';
import type { FileFacts, ImportSetup } from '../../../../contract/file-frame';
import type { SavedMapping } from '../../../../contract/imports';
import { call } from '../../../shared/call';
import { Failure } from '../../../shared/Failure';
import { countOf } from '../../../shared/format';
import { useResource } from '../../../shared/use-resource';
import { DeleteMappingModal } from './DeleteMappingModal';
import { columnsKnownTo } from './mapping';
import { SaveMappingModal } from './SaveMappingModal';
import { selectedValue } from './targets';

interface Props {
  setup: ImportSetup;
  reading: FileFacts['reading'];
  onUse: (mapping: SavedMapping) => void;
}

const loadMappings = () => call('imports.mappings', {});
const field = xcss({ width: '260px', maxWidth: '100%' });

/** The mappings that were saved for files of the same layout: to use, to add to, to delete. */
export function SavedMappings({ setup, reading, onUse }: Props) {
  const { data, error, reload, replace } = useResource(loadMappings);
  const [chosen, setChosen] = useState<SavedMapping | null>(null);
  const [open, setOpen] = useState<'save' | 'delete' | null>(null);
  const mappings = (data?.mappings ?? []).filter(({ kind }) => kind === setup.kind);
  const use = (name: string | null) => {
    const mapping = mappings.find((one) => one.name === name);
    if (!mapping) return;
    setChosen(mapping);
    onUse(mapping);
  };
  return (
    <Stack space="space.100">
      {error && <Failure error={error} onRetry={reload} />}
      <Inline space="space.150" rowSpace="space.100" alignBlock="end" shouldWrap>
        {mappings.length > 0 && (
          <Box xcss={field}>
            <Label labelFor="saved-mapping">Use a saved mapping</Label>
            <Select
              inputId="saved-mapping"
              spacing="compact"
              options={mappings.map(({ name }) => ({ label: name, value: name }))}
              value={chosen && { label: chosen.name, value: chosen.name }}
              onChange={(option: unknown) => use(selectedValue(option))}
            />
          </Box>
        )}
        <Button isDisabled={data === null} onClick={() => setOpen('save')}>
          Save this mapping as…
        </Button>
        {chosen && (
          <Button appearance="subtle" onClick={() => setOpen('delete')}>
            {`Delete “${chosen.name}”`}
          </Button>
        )}
      </Inline>
      <Box role="status">{chosen && <Text color="color.text.subtle">{usedWords(setup, chosen)}</Text>}</Box>
      <ModalTransition>
        {open === 'save' && (
          <SaveMappingModal
            setup={setup}
            reading={reading}
            saved={mappings}
            onClose={() => setOpen(null)}
            onSaved={(mapping, all) => {
              replace({ mappings: all });
              setChosen(mapping);
            }}
          />
        )}
        {open === 'delete' && chosen && (
          <DeleteMappingModal
            mapping={chosen}
            onClose={() => setOpen(null)}
            onDeleted={(left) => {
              replace({ mappings: left });
              setChosen(null);
            }}
          />
        )}
      </ModalTransition>
    </Stack>
  );
}

function usedWords({ columns }: ImportSetup, mapping: SavedMapping): string {
  const known = columnsKnownTo(columns, mapping);
  return `“${mapping.name}” says where ${countOf(known, 'column')} in your file ${known === 1 ? 'goes' : 'go'}.`;
}
