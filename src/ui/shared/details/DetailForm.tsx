import { Button, ButtonGroup, Form, Inline, LoadingButton, Stack } from '@forge/react';
import React, { useState } from 'react';
import type { DetailValue, ValueChange } from '../../../contract/details';
import { checkEntered } from '../../../domain/fields/entered';
import { sameValues } from '../../../domain/fields/same-values';
import { CallError } from '../call-error';
import { ChangedMessage } from '../ChangedMessage';
import { LeaveModal } from '../LeaveModal';
import { useAction } from '../use-action';
import { useHeld } from '../use-held';
import { isClosed, saveProblem, valuesWords } from './value-words';
import { ValueEditor } from './ValueEditor';

/**
 * Writes the values of a field and answers with what it holds then. Rejects with CallError, CONFLICT among them, which
 * says what is there instead of what was seen.
 */
export type SaveValues = (change: ValueChange) => Promise<string[]>;

interface Props {
  id: string;
  detail: DetailValue;
  onSave: SaveValues;
  /** With what the field holds by now: what was saved, or what it was found to hold instead of what was seen. */
  onHeld: (values: readonly string[]) => void;
  /** Nothing was saved, and nothing else found. */
  onGiveUp: () => void;
  /** The site keeps the field from whoever tried, for the reason that is given. The editor stays with what was entered. */
  onClosed: (reason: string) => void;
}

/**
 * The editor of one field in the place of its values. What was entered stays until it is saved or given up; until then,
 * the page is held.
 */
export function DetailForm({ id, detail, onSave, onHeld, onGiveUp, onClosed }: Props) {
  const [seen] = useState<readonly string[]>(detail.values);
  const [entered, setEntered] = useState<readonly string[]>(detail.values);
  const [broken, setBroken] = useState<string | null>(null);
  // UI Kit can put the focus on a control only when it appears: each new turn, the control appears anew.
  const [turn, setTurn] = useState(0);
  const focus = () => setTurn((last) => last + 1);
  const saving = useAction(async (over: readonly string[]) => {
    const checked = checkEntered(detail, entered);
    setBroken(checked.ok ? null : checked.message);
    if (!checked.ok) {
      focus();
      return;
    }
    // What was seen is no more what is there once something else was found: then the site is asked.
    if (sameValues(checked.values, over) && (over !== seen || present === undefined)) {
      if (over === seen) onGiveUp();
      else onHeld(over);
      return;
    }
    try {
      onHeld(await onSave({ field: detail.name, type: detail.type, values: checked.values, seen: [...over] }));
    } catch (error) {
      focus();
      if (error instanceof CallError && isClosed(error)) onClosed(saveProblem(error));
      throw error;
    }
  });
  const present = saving.error?.code === 'CONFLICT' ? saving.error.present : undefined;
  const giveUp = () => {
    if (present === undefined) onGiveUp();
    else onHeld(present);
  };
  const leaving = useHeld(!sameValues(entered, seen));
  const refused = saving.error && present === undefined ? saveProblem(saving.error) : null;
  return (
    <Form onSubmit={() => saving.run(seen)}>
      <Stack space="space.100">
        <ValueEditor
          key={turn}
          id={id}
          field={detail}
          values={entered}
          onChange={setEntered}
          error={broken ?? refused}
          autoFocus
        />
        {present !== undefined && (
          <ChangedMessage
            what={detail.name}
            present={valuesWords(detail.type, present)}
            isRunning={saving.isRunning}
            onKeep={giveUp}
            onOverwrite={() => saving.run(present)}
          />
        )}
        <Inline>
          <ButtonGroup label={`Save or cancel ${detail.name}`}>
            <LoadingButton appearance="primary" spacing="compact" type="submit" isLoading={saving.isRunning}>
              Save
            </LoadingButton>
            <Button
              appearance="subtle"
              spacing="compact"
              // What was sent cannot be taken back: its answer would close an editor that was opened meanwhile.
              isDisabled={saving.isRunning}
              onClick={giveUp}
            >
              Cancel
            </Button>
            {entered.length > 0 && (
              <Button
                appearance="subtle"
                spacing="compact"
                isDisabled={saving.isRunning}
                onClick={() => {
                  setEntered([]);
                  focus();
                }}
              >
                Clear
              </Button>
            )}
          </ButtonGroup>
        </Inline>
      </Stack>
      <LeaveModal leaving={leaving} loss="What you entered was not saved, and is lost when you leave." />
    </Form>
  );
}
