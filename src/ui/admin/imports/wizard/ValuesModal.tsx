import { Box, Button, Inline, Label, ModalTransition, Select, Stack, Text, Textfield, xcss } from '@forge/react';
import React, { useState } from 'react';
import { readOptions } from '../../../../domain/fields/definition';
import { ActionModal } from '../../../shared/ActionModal';
import { countOf } from '../../../shared/format';
import { Table } from '../../../shared/Table';
import { useAction } from '../../../shared/use-action';
import type { RemedyGroup } from './remedy-groups';
import { selectedValue } from './targets';
import { useNearest } from './use-nearest';

interface Props {
  group: RemedyGroup;
  onClose: () => void;
  /** Takes what is imported for some values, and options that the field gets for others. */
  onSave: (imports: ReadonlyMap<string, string>, newOptions: readonly string[]) => Promise<void>;
}

/** Stand for "import nothing" and "make it an option", which no option is called. */
const NOTHING = '\u0000';
const NEW_OPTION = '\u0001';

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
  const { header, message, values, field } = group;
  // What is likely meant stands there from the start; it counts once it is saved.
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(
    () => new Map(values.flatMap(({ value, meant }) => (meant === undefined ? [] : [[value, meant] as const]))),
  );
  const newOptions = [...chosen].flatMap(([value, choice]) => (choice === NEW_OPTION ? [value] : []));
  const save = useAction(async () => {
    const imports = new Map([...chosen].filter(([, choice]) => choice !== NEW_OPTION));
    await onSave(imports, readOptions(newOptions.join('\n'), []).added);
    onClose();
  });
  const canBeOptions = field === null ? [] : values.filter(({ value }) => canBeOption(value));
  return (
    <ModalTransition>
      <ActionModal
        width="large"
        title={`Replace values of ${header}`}
        verb={verbFor(chosen.size - newOptions.length, newOptions.length)}
        isDisabled={chosen.size === 0}
        action={save}
        onClose={onClose}
      >
        <Text>{message}</Text>
        <Text color="color.text.subtle">
          Values you leave empty stay as they are, and their rows are left out. This is kept with a saved mapping.
        </Text>
        {canBeOptions.length > 0 && (
          <Inline>
            <Button onClick={() => setChosen((now) => withNewOptions(now, canBeOptions))}>
              {`Add ${canBeOptions.length === 1 ? 'it' : `all ${canBeOptions.length}`} to the options of ${field?.name ?? ''}`}
            </Button>
          </Inline>
        )}
        <ValuesTable group={group} chosen={chosen} onChosen={setChosen} />
      </ActionModal>
    </ModalTransition>
  );
}

const withNewOptions = (chosen: ReadonlyMap<string, string>, values: RemedyGroup['values']) =>
  new Map([...chosen, ...values.map(({ value }) => [value, NEW_OPTION] as const)]);

/** Whether a field can have an option of these words. The rules: optionProblems. */
function canBeOption(value: string): boolean {
  const { added } = readOptions(value, []);
  return added.length === 1 && added[0] === value.trim();
}

function verbFor(replaced: number, added: number): string {
  const replace = countOf(replaced, 'value');
  if (added === 0) return `Replace ${replace}`;
  const add = `Add ${countOf(added, 'option')}`;
  return replaced === 0 ? add : `${add} and replace ${replace}`;
}

interface TableProps {
  group: RemedyGroup;
  chosen: ReadonlyMap<string, string>;
  onChosen: (change: (now: ReadonlyMap<string, string>) => ReadonlyMap<string, string>) => void;
}

function ValuesTable({ group, chosen, onChosen }: TableProps) {
  const { values, names, options, field } = group;
  const near = useNearest(
    names,
    values.map(({ value }) => value),
  );
  const set = (value: string, choice: string | null) =>
    onChosen((now) => {
      const next = new Map(now);
      if (choice === null) next.delete(value);
      else next.set(value, choice === NOTHING ? '' : choice);
      return next;
    });
  return (
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
                  options={options}
                  newOption={field !== null && canBeOption(value) ? value.trim() : null}
                  imported={chosen.get(value)}
                  near={near.get(value)}
                  onImported={(choice) => set(value, choice)}
                />
              </Box>
            ),
          },
        ],
      }))}
    />
  );
}

interface ImportedProps {
  id: string;
  /** A name on the site that is likely meant. */
  near: string | undefined;
  options: readonly string[] | null;
  /** What the field can get as an option; null where it can’t. */
  newOption: string | null;
  imported: string | undefined;
  onImported: (imported: string | null) => void;
}

const booleanWords: Readonly<Record<string, string>> = { true: 'Yes', false: 'No' };

function Imported({ id, options, newOption, imported, near, onImported }: ImportedProps) {
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
    ...(newOption === null ? [] : [{ label: `New option “${newOption}”`, value: NEW_OPTION }]),
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
