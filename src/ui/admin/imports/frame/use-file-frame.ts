import { events } from '@forge/bridge';
import { useCallback, useEffect, useReducer } from 'react';
import * as v from 'valibot';
import { FRAME_COMMAND, FRAME_REPORT, type FrameCommand, frameReportSchema } from '../../../../contract/file-frame';
import { type FrameState, frameReducer, noFrame } from './frame-state';

export interface FileFrame {
  state: FrameState;
  send: (command: FrameCommand) => void;
}

/** Talks with the one file frame that is mounted on the page. */
export function useFileFrame(): FileFrame {
  const [state, dispatch] = useReducer(frameReducer, noFrame);

  const send = useCallback((command: FrameCommand) => {
    dispatch({ from: 'page', command });
    void events.emit(FRAME_COMMAND, command);
  }, []);

  useEffect(() => {
    const subscription = events.on(FRAME_REPORT, (payload: unknown) => {
      const report = v.safeParse(frameReportSchema, payload);
      // Anything on the page can emit under this name: what is not a report is not for us.
      if (report.success) dispatch({ from: 'frame', report: report.output });
    });
    // The frame may have said that it is ready before anyone listened.
    void subscription.then(() => send({ type: 'hello' }));
    return () => void subscription.then(({ unsubscribe }) => unsubscribe());
  }, [send]);

  return { state, send };
}
