import { events } from '@forge/bridge';
import * as v from 'valibot';
import { FRAME_COMMAND, FRAME_REPORT, type FrameReport, frameCommandSchema } from '../../../src/contract/file-frame';
import { Frame } from './frame';
import type { FrameOutlets } from './outlets';
import { type Numbered, Runs } from './runs';

/** The frame with its lines: to the page, over the bridge's events, and to its worker. */
export interface StartedFrame {
  frame: Frame;
  report: (message: FrameReport) => void;
  /** Something that goes wrong is told to the page. */
  settle: (running: Promise<unknown>) => void;
  /** What the worker says, as it arrives. */
  heard: (data: unknown) => void;
  /** Begins to hear the page. Resolves once it does, with how to stop. */
  listen: () => Promise<() => void>;
}

/** Makes a frame. `post` hands a message to its worker; `show` draws the file, or the place to choose one. */
export function startFrame(post: (numbered: Numbered) => void, show: FrameOutlets['show']): StartedFrame {
  const settle = (running: Promise<unknown>): void => {
    running.catch((error: unknown) => frame.fail(error));
  };
  const report = (message: FrameReport): void => void events.emit(FRAME_REPORT, message);
  const runs = new Runs(post, (message) => settle(frame.heard(message)));
  const frame = new Frame({ report, show, work: (message) => runs.work(message) });
  return {
    frame,
    report,
    settle,
    heard: (data) => runs.heard(data),
    listen: async () => {
      const heard = (payload: unknown) => settle(frame.command(v.parse(frameCommandSchema, payload)));
      const subscription = await events.on(FRAME_COMMAND, heard);
      report({ type: 'ready' });
      return () => subscription.unsubscribe();
    },
  };
}
