import {
  Box,
  Button,
  Inline,
  Label,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
  Select,
  Stack,
  Text,
  Textfield,
  xcss,
} from '@forge/react';
import React, { useState } from 'react';
import { countOf } from '../../../shared/format';
import { Table } from '../../../shared/Table';
import type { RemedyGroup } from './remedy-groups';
import { selectedValue } from './targets';
import { useNearest } from './use-nearest';

interface Props {
  group: RemedyGroup;
  onClose: () => void;
  onSave: (imports: ReadonlyMap<string, string>) => void;
}

/** Stands for "import nothing", which no option is called. */
const NOTHING = '\u0000';

const head = {
  cells: [
    { key: 'value', content: 'In your file', width: 40 },
    { key: 'rows', content: 'Rows', width: 15 },
    { key: 'imported', content: 'Import instead', width: 45 },
  ],
};

const wide = xcss({ width: '100%' });

/** Each value that breaks a rule with its number of rows, and what is imported for it. */
export function ValuesModal({ group, onClose, onSave }: Props) {
  const { header, message, values } = group;
  // What is likely meant stands there from the start; it counts once it is saved.
  const [imports, setImports] = useState<ReadonlyMap<string, string>>(
    () => new Map(values.flatMap(({ value, meant }) => (meant === undefined ? [] : [[value, meant] as const]))),
  );
  const near = useNearest(
    group.names,
    values.map(({ value }) => value),
  );
  const set = (value: string, imported: string | null) =>
    setImports((now) => {
      const next = new Map(now);
      if (imported === null) next.delete(value);
      else next.set(value, imported === NOTHING ? '' : imported);
      return next;
    });
  return (
    <ModalTransition>
      <Modal onClose={onClose} width="large">
        <ModalHeader>
          <ModalTitle>{`Replace values of ${header}`}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <Stack space="space.150">
            <Text>{message}</Text>
            <Text color="color.text.subtle">
              Values you leave empty stay as they are, and their rows are left out. This is kept with a saved mapping.
            </Text>
            <Table
              label="Values and what is imported for them"
              head={head}
              rows={values.map(({ value, rows }, at) => ({
                key: value,
                cells: [
                  { key: 'value', content: <Label labelFor={`import-${at}`}>{value}</Label> },
                  { key: 'rows', content: <Text>{countOf(rows, 'row')}</Text> },
                  {
                    key: 'imported',
                    content: (
                      <Box xcss={wide}>
                        <Imported
                          id={`import-${at}`}
                          options={group.options}
                          imported={imports.get(value)}
                          near={near.get(value)}
                          onImported={(imported) => set(value, imported)}
                        />
                      </Box>
                    ),
                  },
                ],
              }))}
            />
          </Stack>
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button appearance="primary" isDisabled={imports.size === 0} onClick={() => onSave(imports)}>
            {`Replace ${countOf(imports.size, 'value')}`}
          </Button>
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
}

interface ImportedProps {
  id: string;
  /** A name on the site that is likely meant. */
  near: string | undefined;
  options: readonly string[] | null;
  imported: string | undefined;
  onImported: (imported: string | null) => void;
}

const booleanWords: Readonly<Record<string, string>> = { true: 'Yes', false: 'No' };

function Imported({ id, options, imported, near, onImported }: ImportedProps) {
  if (options === null) {
    return (
      <Stack space="space.050">
        <Textfield
          id={id}
          value={imported ?? ''}
          onChange={(event) => {
            const typed = String(event.target.value ?? '');
            onImported(typed === '' ? null : typed);
          }}
        />
        {near !== undefined && near !== imported && (
          <Inline>
            <Button spacing="compact" onClick={() => onImported(near)}>
              {`Take “${near}”`}
            </Button>
          </Inline>
        )}
      </Stack>
    );
  }
  const choices = [
    { label: 'Nothing', value: NOTHING },
    ...options.map((value) => ({ label: booleanWords[value] ?? value, value })),
  ];
  return (
    <Select
      inputId={id}
      spacing="compact"
      isClearable
      placeholder="Choose"
      options={choices}
      value={
        imported === undefined
          ? null
          : (choices.find(({ value }) => value === (imported === '' ? NOTHING : imported)) ?? null)
      }
      onChange={(option: unknown) => onImported(selectedValue(option))}
    />
  );
}
