import type { FileFacts, FrameCommand, FrameReport } from '../../../src/contract/file-frame';
import type { ToWorker } from './messages';
import type { SentJobs, SetUp } from './sent-jobs';

export interface FrameOutlets {
  report: (report: FrameReport) => void;
  work: (message: ToWorker) => void;
  show: (file: FileFacts | null, refusal?: string) => void;
}

export type CommandOf<T extends FrameCommand['type']> = Extract<FrameCommand, { type: T }>;

/** What the frame is doing; one thing at a time, as there is one file. */
export type Doing =
  | { what: 'nothing' | 'opening' | 'checking' | 'comparing' | 'listing' | 'delivering' | 'downloading' }
  | { what: 'sending'; jobs: SentJobs; setUp?: SetUp };
