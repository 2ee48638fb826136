import React from 'react';
import type { FrameSeat } from '../bridge/host/commands';
import type { ForgeNode } from '../bridge/host/decode';
import { Nodes, RegistryContext } from '../renderer/component';
import { registry } from '../renderer/registry';
import { frameOrigin, useLinkedFrame } from './linked-frame';
import { SeatContext } from './seat-context';
import { useShell } from './shell-context';

/** A UI Kit resource: its code runs in a hidden frame, and what it renders is shown here. */
export function NativeResource({ resource, seat }: { resource: string; seat: FrameSeat }): React.JSX.Element {
  const shell = useShell();
  const [doc, render] = React.useState<ForgeNode | null>(null);
  const frame = useLinkedFrame({ page: shell.page, seat: { ...seat, render } });
  return (
    <RegistryContext.Provider value={registry}>
      <iframe ref={frame} title={`Code of ${resource}`} hidden src={`${frameOrigin()}/_sandbox/app/${resource}/`} />
      <SeatContext.Provider value={seat}>
        {doc === null ? <p className="app-loading" aria-busy="true" /> : <Nodes nodes={[doc]} />}
      </SeatContext.Provider>
    </RegistryContext.Provider>
  );
}
