import { Button, ButtonGroup, Inline, LoadingButton, Stack, Text } from '@forge/react';
import React from 'react';
import type { DirectoryEntity, DirectoryView } from '../../../contract/directory';
import { MAX_SHEET_ROWS } from '../../../contract/file-frame';
import { dayOf } from '../../../domain/profile/expiry';
import { countOf } from '../../shared/format';
import { FileFrameBox } from '../imports/frame/FileFrameBox';
import { FrameFailure } from '../imports/frame/FrameFailure';
import { useFileFrame } from '../imports/frame/use-file-frame';

interface Props {
  entity: DirectoryEntity;
  view: DirectoryView;
  /** Rows of the list; null while they are counted. */
  matched: number | null;
}

/** Saves the list as a file that an import takes back, through the file frame. */
export function ExportList({ entity, view, matched }: Props) {
  const frame = useFileFrame();
  const { state, send } = frame;
  const { activity } = state;
  const isExporting = activity?.doing === 'downloading';
  const isTooLong = matched !== null && matched > MAX_SHEET_ROWS;
  const start = (format: 'csv' | 'xlsx') =>
    send({ type: 'download-directory', entity, view, today: dayOf(Date.now()), format });
  return (
    <Stack space="space.100">
      <Inline space="space.150" rowSpace="space.100" alignBlock="center" shouldWrap>
        <ButtonGroup label="Export">
          <LoadingButton isLoading={isExporting} isDisabled={!state.isReady} onClick={() => start('csv')}>
            Export this list
          </LoadingButton>
          <Button
            isDisabled={!state.isReady || isExporting || matched === null || isTooLong}
            onClick={() => start('xlsx')}
          >
            Export as .xlsx
          </Button>
        </ButtonGroup>
        <Text color="color.text.subtle">
          {isExporting && activity.rows > 0
            ? countOf(activity.rows, 'row')
            : `A ${isTooLong ? 'CSV' : 'CSV or workbook'} with IDs and the columns shown, which an import takes back.`}
        </Text>
      </Inline>
      {isTooLong && (
        <Text color="color.text.subtle">{`A workbook can have up to ${countOf(MAX_SHEET_ROWS, 'row')}.`}</Text>
      )}
      {state.failure && <FrameFailure failure={state.failure} />}
      <FileFrameBox isShown={false} />
    </Stack>
  );
}
