import { Button, ProgressTracker, SectionMessage, Stack, Text } from '@forge/react';
import type { ImportField } from '../../../../contract/imports';
import React, { useCallback, useMemo } from 'react';
import { kindOf } from '../../../../domain/kinds';
import type { ImportKind } from '../../../../domain/kinds/kind';
import { call } from '../../../shared/call';
import { Failure } from '../../../shared/Failure';
import { useDraft } from '../../../shared/form/use-draft';
import { LeaveModal } from '../../../shared/LeaveModal';
import { useNavigation } from '../../../shared/navigation';
import { PageHeader } from '../../../shared/PageHeader';
import { useHeld } from '../../../shared/use-held';
import { useResource } from '../../../shared/use-resource';
import { FileFrameBox } from '../frame/FileFrameBox';
import { useFileFrame } from '../frame/use-file-frame';
import { useGoToStartedJob } from '../frame/use-go-to-started-job';
import { DroppedCorrections } from './DroppedCorrections';
import { WizardStep } from './WizardStep';
import { correctedOf } from './corrections';
import { useNewFields } from './use-new-fields';
import { useProposals } from './use-proposals';
import { type EarlierImport, correctedImport, newImport, stagesOf } from './wizard-state';

interface Props {
  /** The import whose corrected rows are imported. */
  earlier?: EarlierImport;
}

/** Sets up an import: what, which file, which column goes where, what is wrong with it, start. */
export function ImportWizard({ earlier }: Props) {
  const { go } = useNavigation();
  const frame = useFileFrame();
  const [state, change] = useDraft(() => (earlier === undefined ? newImport() : correctedImport(earlier)));
  const kind = kindOf(state.kind);
  const fields = useFields(kind);
  const hasProposals = useProposals(change);
  const places = useMemo(() => fields.data && kind.places(fields.data.fields), [fields.data, kind]);
  useNewFields({ data: places, reload: fields.reload }, frame.state.file, change);
  const leaving = useHeld(frame.state.file !== null && frame.state.jobId === null);
  useGoToStartedJob(frame);
  // A frame that has lost its file leaves nothing to map, check or start.
  const step = frame.state.file === null && state.step !== 'What' ? 'File' : state.step;
  const corrected = correctedOf(state.corrected, frame.state.file);
  const doing = frame.state.activity?.doing;
  const isSending = doing === 'sending' || doing === 'creating' || frame.state.jobId !== null;

  return (
    <Stack space="space.300">
      <PageHeader
        title={kind.removes === true ? kind.words.title : `Import ${lowerFirst(kind.words.title)}`}
        purpose={`${kind.words.purpose} Nothing is sent until you start the import.`}
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
      {earlier && step === 'File' && (
        <SectionMessage appearance="information" title={`Corrected rows of “${earlier.name}”`}>
          <Text>Choose the corrected file. Operation, columns and options are set as they were in that import.</Text>
        </SectionMessage>
      )}
      <FileFrameBox isShown={step === 'File'} />
      <DroppedCorrections
        dropped={corrected.dropped}
        onDismiss={() => change({ corrected: { ...corrected, dropped: 0 } })}
      />
      <WizardStep
        state={{ ...state, step, corrected }}
        change={change}
        frame={frame}
        fields={fields.data?.fields ?? noFields}
        onFields={(now) => fields.replace({ fields: now })}
        canMap={fields.data !== null && hasProposals}
      />
      <LeaveModal
        leaving={leaving}
        title="Leave this import?"
        loss={`“${frame.state.file?.name ?? ''}” and its columns will have to be chosen again. Saved mappings are kept${corrected.cells.length > 0 ? ', corrected cells aren’t' : ''}. Nothing has been imported yet.`}
      />
    </Stack>
  );
}

/** The detail fields that the columns can go to: those of the kind's entity, then those of what that is related to. */
function useFields(kind: ImportKind) {
  const load = useCallback(() => fieldsFor(kind), [kind]);
  return useResource(load);
}

async function fieldsFor({ entity, relates = [] }: ImportKind): Promise<{ fields: readonly ImportField[] }> {
  const own = entity === null ? noFields : (await call('imports.fields', { entity })).fields;
  const related = relates.map(async (of) => {
    const { fields } = await call('imports.fields', { entity: of });
    return fields.map((field): ImportField => ({ ...field, of }));
  });
  return { fields: [...own, ...(await Promise.all(related)).flat()] };
}

const noFields: readonly ImportField[] = [];

const lowerFirst = (title: string): string => `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
