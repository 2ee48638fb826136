import React from 'react';
import { runCommand, type FrameSeat, type HostPage } from '../bridge/host/commands';
import { acceptLinks, type FrameLink } from '../bridge/host/link';
import { useShell } from './shell-context';

/**
 * Frames of the app live on the other name of this machine, so that the browser keeps them apart from the host page
 * as it does on Forge, where they come from another domain.
 */
export const frameOrigin = (): string => {
  const { protocol, hostname, port } = window.location;
  return `${protocol}//${hostname === 'localhost' ? '127.0.0.1' : 'localhost'}:${port}`;
};

interface LinkedFrame {
  page: HostPage;
  seat: FrameSeat;
  onHeight?: (pixels: number) => void;
}

/** Joins an iframe to the page for as long as it is mounted. */
export function useLinkedFrame({ page, seat, onHeight }: LinkedFrame): React.RefObject<HTMLIFrameElement> {
  const frame = React.useRef<HTMLIFrameElement>(null);
  const shell = useShell();
  const latest = React.useRef({ page, seat, onHeight });
  React.useLayoutEffect(() => {
    latest.current = { page, seat, onHeight };
  });
  React.useLayoutEffect(() => {
    if (frame.current === null) return;
    let current: FrameLink | null = null;
    const leave = () => {
      if (current === null) return;
      shell.links.remove(current);
      latest.current.page.events.forget(current);
      current.close();
    };
    const stop = acceptLinks(
      frame.current,
      {
        call: (command, data, link) => runCommand(command, data, latest.current.page, latest.current.seat, link),
        navigate: (message, link) => shell.navigation.fromFrame(message, link),
        go: (delta) => window.history.go(delta),
        height: (pixels) => latest.current.onHeight?.(pixels),
      },
      (link) => {
        leave();
        current = link;
        shell.links.add(link);
      },
    );
    return () => {
      stop();
      leave();
    };
  }, [shell]);
  return frame;
}
