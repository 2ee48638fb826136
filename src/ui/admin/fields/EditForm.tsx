import { Button, ButtonGroup, LoadingButton, ModalTransition, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { FieldView } from '../../../contract/fields';
import { hasOptions } from '../../../domain/fields/definition';
import { isUnchanged, lostOptions, optionChanges } from '../../../domain/fields/option-changes';
import { call } from '../../shared/call';
import { CallError } from '../../shared/call-error';
import { ChangedMessage } from '../../shared/ChangedMessage';
import { Failure } from '../../shared/Failure';
import { flagSuccess } from '../../shared/flag';
import { Field } from '../../shared/form/Field';
import { quoted } from '../../shared/format';
import { useNavigation } from '../../shared/navigation';
import { useAction } from '../../shared/use-action';
import { LoseOptionsModal } from './LoseOptionsModal';
import { NameField } from './NameField';
import { OptionsEditor } from './OptionsEditor';
import { rowsOf } from './option-rows';
import { useFieldForm } from './use-field-form';
import { type FieldTab, typeName } from './words';

interface Props {
  tab: FieldTab;
  field: FieldView;
  /** The names of the other fields of the entity. */
  others: readonly string[];
}

/** What changes in a field, and what it costs, before it is saved. A change by somebody else is shown, not overwritten. */
export function EditForm({ tab, field, others }: Props) {
  const { go } = useNavigation();
  const [seen, setSeen] = useState(field);
  const [present, setPresent] = useState<FieldView | null>(null);
  const [isAsking, setAsking] = useState(false);
  const form = useFieldForm({ name: field.name, rows: rowsOf(field.options), others });
  const changes = optionChanges(seen.options, form.rows);
  const hasChanges = form.name.trim() !== field.name || (hasOptions(field.type) && !isUnchanged(changes));

  async function send(over: FieldView): Promise<void> {
    const { entity } = tab;
    const request = { entity, seen: over, name: form.name.trim(), options: form.optionsFor(field.type) };
    try {
      const saved = await call('fields.edit', request);
      flagSuccess(`${saved.name} saved`, saved.name === field.name ? undefined : `It was called ${field.name}.`);
      go(['fields', tab.slug]);
    } catch (error) {
      if (!(error instanceof CallError) || error.code !== 'CONFLICT') throw error;
      const { fields } = await call('fields.list', { entity });
      const now = fields.find(({ name }) => name === field.name);
      if (now === undefined) throw error;
      setPresent(now);
    }
  }

  const save = useAction(async () => {
    if (!form.submit(field.type)) return;
    if (hasOptions(field.type) && lostOptions(changes).length > 0) setAsking(true);
    else await send(seen);
  });
  const keepTheirs = (now: FieldView) => {
    setSeen(now);
    form.setRows(rowsOf(now.options));
    setPresent(null);
  };
  const saveOver = useAction(async () => {
    if (present === null || !form.submit(field.type)) return;
    setSeen(present);
    setPresent(null);
    // What goes is told anew: an option that they added is not in the list that is saved.
    if (lostOptions(optionChanges(present.options, form.rows)).length > 0) setAsking(true);
    else await send(present);
  });
  const error = save.error ?? saveOver.error;
  return (
    <Stack space="space.300">
      <Stack space="space.150">
        <NameField
          form={form}
          help="The values stay. Whatever addresses the field by its name, such as an import or another app, needs the new one."
        />
        <Field id="field-type" label="Type" help="The type of a field cannot be changed." error={null}>
          <Text>{typeName(field.type)}</Text>
        </Field>
      </Stack>
      {hasOptions(field.type) && (
        <OptionsEditor
          rows={form.rows}
          onRows={form.setRows}
          problems={form.problems}
          focus={form.optionFocus}
          isSent={form.isSent}
        />
      )}
      {error && <Failure error={error} />}
      {present && (
        <ChangedMessage
          what={`The list of options of ${field.name}`}
          present={present.options.length === 0 ? 'empty' : quoted(present.options, 12)}
          isRunning={saveOver.isRunning}
          onKeep={() => keepTheirs(present)}
          onOverwrite={saveOver.run}
        />
      )}
      {present === null && (
        <ButtonGroup label="Save the field or leave it">
          <LoadingButton
            appearance="primary"
            isLoading={save.isRunning || saveOver.isRunning}
            isDisabled={!hasChanges}
            onClick={save.run}
          >
            Save field
          </LoadingButton>
          <Button appearance="subtle" onClick={() => go(['fields', tab.slug])}>
            Cancel
          </Button>
        </ButtonGroup>
      )}
      <ModalTransition>
        {isAsking && (
          <LoseOptionsModal
            tab={tab}
            field={seen}
            changes={changes}
            onConfirm={() => send(seen)}
            onClose={() => setAsking(false)}
          />
        )}
      </ModalTransition>
    </Stack>
  );
}
