import { Button, ButtonGroup, Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { StoredProfileSettings } from '../../../../contract/profile/settings';
import { isolated } from '../../../../domain/isolated';
import { call } from '../../../shared/call';
import { type CallError, toCallError } from '../../../shared/call-error';
import { Failure } from '../../../shared/Failure';
import { flagSuccess } from '../../../shared/flag';
import { useDraft } from '../../../shared/form/use-draft';
import { LeaveModal } from '../../../shared/LeaveModal';
import { useAction } from '../../../shared/use-action';
import { useHeld } from '../../../shared/use-held';
import { Conflict } from '../Conflict';
import { EndField } from './EndField';
import { FieldRules } from './FieldRules';
import { type SiteFields, draftOf, goneFrom, isSame } from './profile-draft';

interface Props {
  stored: StoredProfileSettings;
  fields: SiteFields;
  onStored: (stored: StoredProfileSettings) => void;
}

/** What the profile on an issue shows, with what was changed and not saved yet. What was saved meanwhile is not overwritten. */
export function ProfileSettingsForm({ stored, fields, onStored }: Props) {
  const [draft, change] = useDraft(() => draftOf(stored.settings, fields));
  const [conflict, setConflict] = useState<CallError | null>(null);
  const gone = goneFrom(stored.settings, fields);
  const isAsStored = isSame(draft, draftOf(stored.settings, fields));
  const isUnchanged = gone.length === 0 && isAsStored;
  const leaving = useHeld(!isAsStored);
  const save = useAction(async () => {
    try {
      onStored(await call('profileSettings.save', { settings: draft, over: stored.revision }));
      setConflict(null);
      flagSuccess('Customer on the issue saved', 'Agents see it the next time they open an issue.');
    } catch (error) {
      const told = toCallError(error);
      if (told.code !== 'CONFLICT') throw told;
      onStored(await call('profileSettings.get', {}));
      setConflict(told);
    }
  });
  const takeBack = () => {
    change(draftOf(stored.settings, fields));
    setConflict(null);
  };
  return (
    <Stack space="space.400">
      <GoneFields names={gone} />
      <FieldRules
        title="Customer fields"
        help="Selected fields are shown in this order. Nobody can edit read-only fields on an issue."
        rules={draft.customer}
        isEditable
        onChange={(made) => change(({ customer }) => ({ customer: made(customer) }))}
      />
      <FieldRules
        title="Organization fields"
        help="They’re collapsed under each organization and can’t be edited on an issue."
        rules={draft.organization}
        onChange={(made) => change(({ organization }) => ({ organization: made(organization) }))}
      />
      <FieldRules
        title="Entitlement fields"
        help="They’re collapsed under each entitlement and can’t be edited on an issue."
        rules={draft.entitlement}
        onChange={(made) => change(({ entitlement }) => ({ entitlement: made(entitlement) }))}
      />
      <EndField
        dates={fields.dates}
        value={draft.entitlementEnd}
        onChange={(entitlementEnd) => change({ entitlementEnd })}
      />
      {conflict && <Conflict error={conflict} isRunning={save.isRunning} onKeep={takeBack} onOverwrite={save.run} />}
      {save.error && <Failure error={save.error} />}
      {conflict === null && (
        <Inline>
          <ButtonGroup label="Save or undo">
            <LoadingButton appearance="primary" isLoading={save.isRunning} isDisabled={isUnchanged} onClick={save.run}>
              Save
            </LoadingButton>
            <Button appearance="subtle" isDisabled={isUnchanged} onClick={takeBack}>
              Undo changes
            </Button>
          </ButtonGroup>
        </Inline>
      )}
      <LeaveModal leaving={leaving} />
    </Stack>
  );
}

function GoneFields({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <SectionMessage appearance="warning" title="Some of the selected fields no longer exist">
      <Text>{`${names.map(isolated).join(', ')}: deleted or renamed since. A field that was renamed outside this console is listed under its new name, shown and editable.`}</Text>
      <Text>Saving removes the old names.</Text>
    </SectionMessage>
  );
}
