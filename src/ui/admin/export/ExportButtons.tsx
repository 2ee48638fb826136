import { Button, Inline, LoadingButton, Stack, Text } from '@forge/react';
import React, { useEffect, useState } from 'react';
import type { ExportFormat, Exported } from '../../../contract/exports';
import { type FrameCommand, MAX_SHEET_ROWS } from '../../../contract/file-frame';
import { countOf } from '../../shared/format';
import { FileFrameBox } from '../imports/frame/FileFrameBox';
import { FrameFailure } from '../imports/frame/FrameFailure';
import { useFileFrame } from '../imports/frame/use-file-frame';

interface Props {
  /** What the first button says: "Export products". */
  words: string;
  /** What the file holds, and what takes it back. */
  hint: string;
  /** How many rows it will have: null while they are counted, and left away where nobody counts them. */
  rows?: number | null;
  exported: () => Exported;
}

/** Saves something as a CSV or a workbook. The file frame does it, which is there from the first use on. */
export function ExportButtons({ words, hint, rows, exported }: Props) {
  const { state, send } = useFileFrame();
  const [first, setFirst] = useState<FrameCommand | null>(null);
  const { activity, isReady } = state;
  useEffect(() => {
    if (isReady && first !== null) send(first);
  }, [isReady, first, send]);
  const isExporting = (first !== null && !isReady) || activity?.doing === 'downloading';
  const isTooLong = rows != null && rows > MAX_SHEET_ROWS;
  const start = (format: ExportFormat) => {
    const command: FrameCommand = { type: 'download-export', exported: exported(), format };
    if (first === null) setFirst(command);
    else send(command);
  };
  return (
    <Stack space="space.100">
      <Inline space="space.150" rowSpace="space.100" alignBlock="center" shouldWrap>
        <Inline space="space.050" rowSpace="space.050" shouldWrap>
          <LoadingButton isLoading={isExporting} onClick={() => start('csv')}>
            {words}
          </LoadingButton>
          <Button isDisabled={isExporting || rows === null || isTooLong} onClick={() => start('xlsx')}>
            Export as .xlsx
          </Button>
        </Inline>
        <Text color="color.text.subtle">
          {activity !== null && activity.rows > 0
            ? countOf(activity.rows, 'row')
            : `A ${isTooLong ? 'CSV' : 'CSV or workbook'} ${hint}`}
        </Text>
      </Inline>
      {isTooLong && (
        <Text color="color.text.subtle">{`A workbook can have up to ${countOf(MAX_SHEET_ROWS, 'row')}.`}</Text>
      )}
      {state.failure && <FrameFailure failure={state.failure} />}
      {first !== null && <FileFrameBox isShown={false} />}
    </Stack>
  );
}
