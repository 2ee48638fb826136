import type { FromFrame, ToFrame } from '../protocol';
import { Connection } from './connection';
import { Functions } from './functions';
import { FrameHistory } from './history';
import { applyTheme } from './theming';
import { locationSchema, parseHistory } from './replies';
import * as v from 'valibot';

/**
 * The first script of every frame of the app: puts `window.__bridge` there, through which the vendor's packages reach
 * the page that hosts the frame.
 */
declare global {
  interface Window {
    __bridge?: { callBridge: (command: string, data?: unknown) => Promise<unknown> };
  }
}

const functions = new Functions();
const calls = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>();
let history: FrameHistory | null = null;
let lastCall = 0;

const connection = new Connection(receive);
window.__bridge = { callBridge };
reportHeight(connection.send);

async function callBridge(command: string, data?: unknown): Promise<unknown> {
  const value = await call(command, data);
  if (command === 'createHistory') {
    const { location, length } = parseHistory(value);
    history ??= new FrameHistory(connection.send, location);
    return history.forApp(length);
  }
  if (command === 'on' || command === 'onPublic') {
    return { unsubscribe: () => void call('off', { subscription: value }) };
  }
  if (command === 'enableTheming') applyTheme(v.parse(v.record(v.string(), v.string()), value));
  return value;
}

function call(command: string, data: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const id = ++lastCall;
    calls.set(id, { resolve, reject });
    connection.send({ kind: 'call', id, command, data: functions.encode(data, command === 'reconcile') });
  });
}

function receive(message: ToFrame): void {
  switch (message.kind) {
    case 'reply':
      settle(message);
      return;
    case 'run':
      functions.run(message.functionId, message.args);
      return;
    case 'located':
      history?.moved(v.parse(locationSchema, message.location), message.action);
      return;
    case 'themed':
      applyTheme(message.attributes);
  }
}

function settle(reply: Extract<ToFrame, { kind: 'reply' }>): void {
  const waiting = calls.get(reply.id);
  calls.delete(reply.id);
  if (reply.ok) waiting?.resolve(reply.value);
  else waiting?.reject(new Error(reply.message));
}

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
