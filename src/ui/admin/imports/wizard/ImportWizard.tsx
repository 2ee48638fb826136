import { Button, ProgressTracker, Stack } from '@forge/react';
import React, { useEffect } from 'react';
import type { FieldDefinition } from '../../../../contract/fields';
import { call } from '../../../shared/call';
import { Failure } from '../../../shared/Failure';
import { flagSuccess } from '../../../shared/flag';
import { useDraft } from '../../../shared/form/use-draft';
import { LeaveModal } from '../../../shared/LeaveModal';
import { useNavigation } from '../../../shared/navigation';
import { PageHeader } from '../../../shared/PageHeader';
import { useHeld } from '../../../shared/use-held';
import { useResource } from '../../../shared/use-resource';
import { FileFrameBox } from '../frame/FileFrameBox';
import { type FileFrame, useFileFrame } from '../frame/use-file-frame';
import { WizardStep } from './WizardStep';
import { useNewFields } from './use-new-fields';
import { useProposals } from './use-proposals';
import { newImport, stagesOf } from './wizard-state';

const loadFields = () => call('imports.fields', {});

/** Sets up an import: what, which file, which column goes where, what is wrong with it, start. */
export function ImportWizard() {
  const { go } = useNavigation();
  const fields = useResource(loadFields);
  const frame = useFileFrame();
  const [state, change] = useDraft(newImport);
  const hasProposals = useProposals(change);
  useNewFields({ data: fields.data?.fields ?? null, reload: fields.reload }, frame.state.file, change);
  const leaving = useHeld(frame.state.file !== null && frame.state.jobId === null);
  useGoToStartedJob(frame);
  // A frame that has lost its file leaves nothing to map, check or start.
  const step = frame.state.file === null && state.step !== 'What' ? 'File' : state.step;
  const isSending = frame.state.activity?.doing === 'sending' || frame.state.jobId !== null;

  return (
    <Stack space="space.300">
      <PageHeader
        title="Import customers"
        purpose="Import customers from a file, with details, organizations and products. Nothing is sent until you start the import."
        actions={
          <Button appearance="subtle" isDisabled={isSending} onClick={() => go(['imports'])}>
            Cancel
          </Button>
        }
      />
      <ProgressTracker
        label="Steps of the import"
        spacing="compact"
        items={stagesOf(step, (chosen) => {
          if (!isSending) change({ step: chosen });
        })}
      />
      {fields.error && <Failure error={fields.error} onRetry={fields.reload} />}
      <FileFrameBox isShown={step === 'File'} />
      <WizardStep
        state={{ ...state, step }}
        change={change}
        frame={frame}
        fields={fields.data?.fields ?? noFields}
        canMap={fields.data !== null && hasProposals}
      />
      <LeaveModal
        leaving={leaving}
        title="Leave this import?"
        loss={`“${frame.state.file?.name ?? ''}” and its columns will have to be chosen again. Saved mappings are kept. Nothing has been imported yet.`}
      />
    </Stack>
  );
}

const noFields: readonly FieldDefinition[] = [];

function useGoToStartedJob({ state: { jobId } }: FileFrame) {
  const { go } = useNavigation();
  useEffect(() => {
    if (jobId === null) return;
    flagSuccess('Import started', 'It runs on the server. You can close this page.');
    go(['imports', jobId]);
  }, [jobId, go]);
}
