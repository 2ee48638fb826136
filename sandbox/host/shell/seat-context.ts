import React from 'react';
import type { FrameSeat } from '../bridge/host/commands';

/** The seat of the UI Kit resource that a component is rendered for. */
export const SeatContext = React.createContext<FrameSeat | null>(null);

/** For a frame inside: of the same module, in the same context. */
export function useSeat(): FrameSeat {
  const seat = React.useContext(SeatContext);
  if (seat === null) throw new Error('There is no resource around this component.');
  return seat;
}
