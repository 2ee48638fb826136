import type { FileFacts } from '../../../../src/contract/file-frame';

const counted = (count: number, one: string, several: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-US')} ${several}`;

/** What a sheet has that isn't seen in it, or is seen otherwise than it is read: a sentence for each. */
export function noticed(reading: FileFacts['reading']): string[] {
  const { hiddenRows = 0, hiddenColumns = 0, mergedCells = 0, withoutResult = 0 } = reading;
  const hidden = [
    ...(hiddenRows > 0 ? [counted(hiddenRows, 'hidden row', 'hidden rows')] : []),
    ...(hiddenColumns > 0 ? [counted(hiddenColumns, 'hidden column', 'hidden columns')] : []),
  ];
  const isOne = hiddenRows + hiddenColumns === 1;
  return [
    ...(hidden.length > 0 ? [`${hidden.join(' and ')} ${isOne ? 'is' : 'are'} included.`] : []),
    ...(mergedCells > 0
      ? [
          `${counted(mergedCells, 'range of merged cells has its', 'ranges of merged cells have their')} value in the first cell only: the others are empty.`,
        ]
      : []),
    ...(withoutResult > 0
      ? [
          `${counted(withoutResult, 'formula has no saved result and is', 'formulas have no saved results and are')} read as empty. To have them, open the workbook in a spreadsheet program, save it, and choose it again.`,
        ]
      : []),
  ];
}
