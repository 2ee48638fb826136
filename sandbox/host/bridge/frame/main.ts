import type { FromFrame } from '../protocol';
import { FrameBridge } from './bridge';
import { Connection } from './connection';
import { applyTheme } from './theming';

/**
 * The first script of every frame of the app: puts `window.__bridge` there, through which the vendor's packages reach
 * the page that hosts the frame.
 */
declare global {
  interface Window {
    __bridge?: { callBridge: (command: string, data?: unknown) => Promise<unknown> };
  }
}

const connection = new Connection((message) => bridge.receive(message));
const bridge = new FrameBridge({ send: connection.send, themed: applyTheme });
window.__bridge = { callBridge: bridge.callBridge };
reportHeight(connection.send);

/** The host makes a frame as high as its content. */
function reportHeight(send: (message: FromFrame) => void): void {
  const observe = () => {
    const root = document.documentElement;
    const report = () => send({ kind: 'height', pixels: Math.ceil(root.getBoundingClientRect().height) });
    new ResizeObserver(report).observe(root);
  };
  if (document.body instanceof HTMLElement) observe();
  else document.addEventListener('DOMContentLoaded', observe);
}
