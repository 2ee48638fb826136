import { Button, ButtonGroup, Inline, LoadingButton, ModalTransition, Stack, Text } from '@forge/react';
import React from 'react';
import type { FieldView } from '../../../contract/fields';
import { hasOptions } from '../../../domain/fields/definition';
import { isolated } from '../../../domain/isolated';
import { typeName } from '../../../domain/fields/type-names';
import { ChangedMessage } from '../../shared/ChangedMessage';
import { Failure } from '../../shared/Failure';
import { flagSuccess } from '../../shared/flag';
import { Field } from '../../shared/form/Field';
import { quoted } from '../../shared/format';
import { LeaveModal } from '../../shared/LeaveModal';
import { useNavigation } from '../../shared/navigation';
import { useHeld } from '../../shared/use-held';
import { LoseOptionsModal } from './LoseOptionsModal';
import { NameField } from './NameField';
import { OptionsEditor } from './OptionsEditor';
import { useEditField } from './use-edit-field';
import type { FieldTab } from './words';

/** Options of the list that is there meanwhile which are named before it is said how many more there are. */
const LISTED_OPTIONS = 12;

interface Props {
  tab: FieldTab;
  field: FieldView;
  /** The names of the other fields of the entity. */
  others: readonly string[];
}

/** The name and the options of a field. */
export function EditForm({ tab, field, others }: Props) {
  const { goUnasked } = useNavigation();
  const edit = useEditField({
    tab,
    field,
    others,
    onSaved: ({ name }) => {
      flagSuccess(
        `${isolated(name)} saved`,
        name === field.name ? undefined : `It was called ${isolated(field.name)}.`,
      );
      goUnasked(['fields', tab.slug]);
    },
  });
  const { form, seen, present, save, saveOver } = edit;
  const error = save.error ?? saveOver.error;
  const leaving = useHeld(edit.hasChanges);
  return (
    <Stack space="space.300">
      <Stack space="space.150">
        <NameField
          form={form}
          help="Values are kept. Anything that refers to the field by name, such as a file you import, needs the new name."
          onEnter={() => {
            if (edit.hasChanges && present === null) save.run();
          }}
        />
        <Field id="field-type" label="Type" help="You can’t change the type of a field." error={null}>
          <Text>{typeName(field.type)}</Text>
        </Field>
      </Stack>
      {hasOptions(field.type) && <OptionsEditor form={form} />}
      {error && <Failure error={error} />}
      {present === null ? (
        <Inline>
          <ButtonGroup label="Save or cancel">
            <LoadingButton
              appearance="primary"
              isLoading={save.isRunning || saveOver.isRunning}
              isDisabled={!edit.hasChanges}
              onClick={save.run}
            >
              Save field
            </LoadingButton>
            <Button appearance="subtle" onClick={() => goUnasked(['fields', tab.slug])}>
              Cancel
            </Button>
          </ButtonGroup>
        </Inline>
      ) : (
        <ChangedMessage
          what={`The options of ${field.name}`}
          present={present.options.length === 0 ? 'empty' : quoted(present.options, LISTED_OPTIONS)}
          isRunning={saveOver.isRunning}
          onKeep={() => edit.keep(present)}
          onOverwrite={() => saveOver.run(present)}
        />
      )}
      <ModalTransition>
        {edit.isAsking && (
          <LoseOptionsModal
            tab={tab}
            field={seen}
            changes={edit.changes}
            onConfirm={edit.confirm}
            onClose={edit.dismiss}
          />
        )}
      </ModalTransition>
      <LeaveModal leaving={leaving} />
    </Stack>
  );
}
