import { RefusedFile } from '../refused';

const saveAgain = 'Open it in a spreadsheet program, save it again as .xlsx, and choose that file.';

/** Some of the workbook is missing, or isn't what it should be. */
export const damaged = (): RefusedFile => new RefusedFile(`The workbook is damaged, so it can’t be read. ${saveAgain}`);

/** More than can be read in a browser, or than any honest workbook holds. */
export const tooLarge = (): RefusedFile =>
  new RefusedFile(
    'The workbook holds more than can be read at once. Save the sheet as CSV in a spreadsheet program, and choose that file.',
  );
