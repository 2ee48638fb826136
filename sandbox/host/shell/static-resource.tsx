import React from 'react';
import type { FrameSeat } from '../bridge/host/commands';
import { frameOrigin, useLinkedFrame } from './linked-frame';
import { useShell } from './shell-context';

interface StaticResourceProps {
  resource: string;
  seat: FrameSeat;
  width?: string | undefined;
  height?: string | undefined;
}

/** A static resource: a frame that shows itself, as high as its content unless a size is given. */
export function StaticResource({ resource, seat, width, height }: StaticResourceProps): React.JSX.Element {
  const shell = useShell();
  const [contentHeight, setContentHeight] = React.useState(0);
  const frame = useLinkedFrame({ page: shell.page, seat, onHeight: setContentHeight });
  return (
    <iframe
      ref={frame}
      title={resource}
      className="static-resource"
      src={`${frameOrigin()}/_sandbox/resource/${resource}/index.html`}
      sandbox="allow-downloads allow-forms allow-modals allow-pointer-lock allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts"
      style={{ width: width ?? '100%', height: height ?? contentHeight }}
    />
  );
}
