import type {
  CellsOfRow,
  CheckSummary,
  Comparison,
  FileFacts,
  FrameCommand,
  FrameReport,
  GroupName,
} from '../../../../contract/file-frame';

/** What the page knows of the file frame: its last words on each matter. */
export interface FrameState {
  isReady: boolean;
  file: FileFacts | null;
  /** Why the file that was chosen last cannot be imported. */
  refusal: string | null;
  /** What it is busy with. `fraction` is of the file when checking, of the rows when sending, from 0 to 1. */
  activity: {
    doing: 'checking' | 'comparing' | 'sending' | 'downloading' | 'creating';
    rows: number;
    fraction: number;
  } | null;
  /** The site has asked to slow down, and what it is busy with waits. */
  isSlowed: boolean;
  summary: CheckSummary | null;
  /** Rows are checked again against remedies or corrected cells: the summary is of the check before. */
  isRechecking: boolean;
  /** The cells in which a group of its problems can be corrected, as they were asked for last. */
  cells: { group: GroupName; rows: readonly CellsOfRow[] } | null;
  /** What the rows of that check would do to the site; null where they were not compared. */
  comparison: Comparison | null;
  /** The job that creates what the check found missing; null once it is not waited for. */
  creatingJobId: string | null;
  /** The job that it has started. */
  jobId: string | null;
  failure: { title: string; message: string; advice: string | null; needsFile: boolean } | null;
  /** Rows of the CSV that it has saved last. */
  downloadedRows: number | null;
  /** Files that it has handed to a sync. */
  deliveries: number;
}

export type FrameEvent = { from: 'frame'; report: FrameReport } | { from: 'page'; command: FrameCommand };

export const noFrame: FrameState = {
  isReady: false,
  file: null,
  refusal: null,
  activity: null,
  isSlowed: false,
  summary: null,
  isRechecking: false,
  cells: null,
  comparison: null,
  creatingJobId: null,
  jobId: null,
  failure: null,
  downloadedRows: null,
  deliveries: 0,
};

const brokenOff = {
  checking: 'The check was interrupted',
  comparing: 'The comparison was interrupted',
  sending: 'The import didn’t start',
  creating: 'Nothing was created',
  downloading: 'The download was interrupted',
  nothing: 'The file couldn’t be read',
} as const;

function afterCommand(state: FrameState, command: FrameCommand): FrameState {
  switch (command.type) {
    case 'hello':
    case 'download-template':
    case 'stop':
      return state;
    case 'read':
    case 'reset':
      return { ...noFrame, isReady: state.isReady, deliveries: state.deliveries };
    case 'check':
      return {
        ...state,
        summary: null,
        isRechecking: false,
        comparison: null,
        failure: null,
        creatingJobId: null,
        activity: { doing: 'checking', rows: 0, fraction: 0 },
      };
    case 'remedy':
      // What was found stays on the page until it is known anew: it takes less than a second.
      return { ...state, isRechecking: true, comparison: null, failure: null };
    case 'list-cells':
      return { ...state, cells: null };
    case 'compare':
      return {
        ...state,
        comparison: null,
        failure: null,
        isSlowed: false,
        activity: { doing: 'comparing', rows: 0, fraction: 0 },
      };
    case 'create-missing':
      return {
        ...state,
        failure: null,
        isSlowed: false,
        creatingJobId: null,
        activity: { doing: 'creating', rows: 0, fraction: 0 },
      };
    case 'send':
    case 'deliver':
    case 'retry':
      return { ...state, failure: null, isSlowed: false, activity: { doing: 'sending', rows: 0, fraction: 0 } };
    case 'download-problems':
    case 'download-unsuccessful':
    case 'download-results':
    case 'download-saved':
    case 'download-export':
      return {
        ...state,
        failure: null,
        downloadedRows: null,
        activity: { doing: 'downloading', rows: 0, fraction: 0 },
      };
  }
}

/** What was found before is of other remedies than the page shows: all rows are to be checked again. */
const afterBreak = ({ isRechecking }: FrameState): Partial<FrameState> =>
  isRechecking ? { isRechecking: false, summary: null } : {};

function afterReport(state: FrameState, report: FrameReport): FrameState {
  switch (report.type) {
    case 'ready':
      // A frame that starts anew has lost its file; if it has one after all, it says so next.
      return { ...noFrame, isReady: true };
    case 'file':
      return { ...noFrame, isReady: true, file: report.file };
    case 'refused':
      return { ...noFrame, isReady: true, refusal: report.message };
    case 'checking':
    case 'comparing':
    case 'sending':
      return { ...state, activity: { doing: report.type, rows: report.rows, fraction: report.fraction } };
    case 'slowed':
      return { ...state, isSlowed: report.isWaiting };
    case 'checked':
      return { ...state, activity: null, isRechecking: false, summary: report.summary };
    case 'cells':
      return { ...state, cells: { group: report.group, rows: report.rows } };
    case 'compared':
      return { ...state, activity: null, isSlowed: false, comparison: report.comparison };
    case 'started':
      return { ...state, activity: null, jobId: report.jobId };
    case 'creating':
      return { ...state, creatingJobId: report.jobId };
    case 'delivered':
      return { ...state, activity: null, deliveries: state.deliveries + 1 };
    case 'stopped':
      return { ...state, ...afterBreak(state), activity: null, creatingJobId: null };
    case 'downloading':
      return { ...state, activity: { doing: 'downloading', rows: report.rows, fraction: 0 } };
    case 'downloaded':
      return { ...state, activity: null, downloadedRows: report.rows };
    case 'failed':
      return {
        ...state,
        activity: null,
        // Where the file is refused with a remedy, that can be undone: nothing else goes on from there.
        ...(report.needsFile ? { isRechecking: false } : afterBreak(state)),
        failure: {
          title: brokenOff[state.activity?.doing ?? (state.isRechecking ? 'checking' : 'nothing')],
          message: report.message,
          advice: report.advice ?? null,
          needsFile: report.needsFile,
        },
      };
  }
}

export function frameReducer(state: FrameState, event: FrameEvent): FrameState {
  return event.from === 'page' ? afterCommand(state, event.command) : afterReport(state, event.report);
}
