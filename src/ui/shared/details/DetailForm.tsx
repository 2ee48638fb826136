import { Button, ButtonGroup, Inline, InlineEdit, LoadingButton, Stack } from '@forge/react';
import React, { useState } from 'react';
import type { DetailValue } from '../../../contract/details';
import { ChangedMessage } from '../ChangedMessage';
import { LeaveModal } from '../LeaveModal';
import { useHeld } from '../use-held';
import { type DetailEdit, type EditEvents, useDetailEdit } from './use-detail-edit';
import { valuesWords } from './value-words';
import { ValueEditor } from './ValueEditor';

interface Props extends EditEvents {
  id: string;
  detail: DetailValue;
}

const whileUnsaved = { loss: 'Your change hasn’t been saved and will be lost if you leave.' };
const whileSaved = {
  title: 'Leave before it’s saved?',
  loss: 'If it can’t be saved, your change will be lost when you leave.',
};

/**
 * The editor of one field in the place of its values. What was entered stays until it is saved or given up; until then,
 * the page is held. Nothing but InlineEdit of UI Kit hears of Escape, which gives up; of its own it shows and keeps
 * nothing here.
 */
export function DetailForm({ id, detail, ...on }: Props) {
  const edit = useDetailEdit(detail, on);
  /** How often Escape was pressed while the value was on its way: the control of UI Kit takes that for the end. */
  const [escapes, setEscapes] = useState(0);
  const leaving = useHeld(edit.isChanged);
  const escape = () => {
    if (edit.isSaving) setEscapes((last) => last + 1);
    else edit.giveUp();
  };
  return (
    <>
      <InlineEdit
        key={`${edit.turn} ${escapes}`}
        isEditing
        keepEditViewOpenOnBlur
        hideActionButtons
        defaultValue=""
        editView={() => <Editor id={id} detail={detail} edit={edit} />}
        readView={() => null}
        onConfirm={edit.save}
        onCancel={escape}
      />
      <LeaveModal leaving={leaving} {...(edit.isSaving ? whileSaved : whileUnsaved)} />
    </>
  );
}

function Editor({ id, detail, edit }: Pick<Props, 'id' | 'detail'> & { edit: DetailEdit }) {
  const { onFocus, onBlur } = edit.focus;
  return (
    <Stack space="space.100">
      <ValueEditor
        id={id}
        field={detail}
        values={edit.entered}
        onChange={edit.enter}
        onFocus={onFocus}
        onBlur={onBlur}
        error={edit.problem}
        autoFocus
      />
      {edit.present !== null && (
        <ChangedMessage
          what={detail.name}
          present={valuesWords(detail.type, edit.present)}
          isRunning={edit.isSaving}
          onKeep={edit.giveUp}
          onOverwrite={edit.overwrite}
          onFocus={onFocus}
          onBlur={onBlur}
        />
      )}
      <Inline>
        <ButtonGroup label={`Save or cancel ${detail.name}`}>
          <LoadingButton
            appearance="primary"
            spacing="compact"
            type="submit"
            isLoading={edit.isSaving}
            onFocus={onFocus}
            onBlur={onBlur}
          >
            Save
          </LoadingButton>
          <Button
            appearance="subtle"
            spacing="compact"
            // What was sent cannot be taken back: its answer would close an editor that was opened meanwhile.
            isDisabled={edit.isSaving}
            onClick={edit.giveUp}
          >
            Cancel
          </Button>
          {edit.entered.length > 0 && (
            <Button appearance="subtle" spacing="compact" isDisabled={edit.isSaving} onClick={edit.clear}>
              Clear
            </Button>
          )}
        </ButtonGroup>
      </Inline>
    </Stack>
  );
}
