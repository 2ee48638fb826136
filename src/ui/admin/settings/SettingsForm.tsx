import { Button, ButtonGroup, Form, Inline, LoadingButton, Stack } from '@forge/react';
import React, { useState } from 'react';
import type { Settings, StoredSettings } from '../../../contract/settings';
import { changedSettings } from '../../../domain/settings/words';
import { call } from '../../shared/call';
import { type CallError, toCallError } from '../../shared/call-error';
import { Failure } from '../../shared/Failure';
import { flagSuccess } from '../../shared/flag';
import { useDraft } from '../../shared/form/use-draft';
import { useFieldErrors } from '../../shared/form/use-field-errors';
import { countOf } from '../../shared/format';
import { LeaveModal } from '../../shared/LeaveModal';
import { useAction } from '../../shared/use-action';
import { useHeld } from '../../shared/use-held';
import { Conflict } from './Conflict';
import { draftOf, errorsOf, numberFields, settingsOf } from './draft';
import { ImportDefaults } from './ImportDefaults';
import { JobSettings } from './JobSettings';

interface Props {
  stored: StoredSettings;
  onStored: (stored: StoredSettings) => void;
}

/** The settings with what was changed in them and not saved yet. What was saved meanwhile is shown, not overwritten. */
export function SettingsForm({ stored, onStored }: Props) {
  const [draft, change] = useDraft(() => draftOf(stored.settings));
  const [conflict, setConflict] = useState<CallError | null>(null);
  const errors = errorsOf(draft);
  const fields = useFieldErrors(errors, numberFields);
  const settings = settingsOf(draft);
  const changes = settings === null ? null : changedSettings(stored.settings, settings).length;
  const leaving = useHeld(changes !== 0);

  const save = useAction(async () => {
    if (!fields.submit() || settings === null) return;
    try {
      onStored(await call('settings.save', { settings, over: stored.revision }));
      setConflict(null);
      flagSuccess('Settings saved', countOf(changes ?? 0, 'setting changed', 'settings changed'));
    } catch (error) {
      const told = toCallError(error);
      if (told.code !== 'CONFLICT') throw told;
      onStored(await call('settings.get', {}));
      setConflict(told);
    }
  });
  const takeBack = (to: Settings) => {
    change(draftOf(to));
    setConflict(null);
  };
  const parts = { draft, onChange: change, fields };
  return (
    <>
      <Form onSubmit={save.run}>
        <Stack space="space.400">
          <JobSettings {...parts} />
          <ImportDefaults {...parts} />
          {conflict && (
            <Conflict
              error={conflict}
              isRunning={save.isRunning}
              onKeep={() => takeBack(stored.settings)}
              onOverwrite={save.run}
            />
          )}
          {save.error && <Failure error={save.error} />}
          {conflict === null && (
            <Inline>
              <ButtonGroup label="Save or undo">
                <LoadingButton appearance="primary" type="submit" isLoading={save.isRunning} isDisabled={changes === 0}>
                  Save settings
                </LoadingButton>
                <Button appearance="subtle" isDisabled={changes === 0} onClick={() => takeBack(stored.settings)}>
                  Undo changes
                </Button>
              </ButtonGroup>
            </Inline>
          )}
        </Stack>
      </Form>
      <LeaveModal leaving={leaving} />
    </>
  );
}
