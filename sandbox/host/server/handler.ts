import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppManifest } from '../../manifest';
import type { HostedSandbox } from './hosted-sandbox';

/** What the routes serve. */
export interface Site {
  manifest: AppManifest;
  sandbox: HostedSandbox;
  /** Where the sandbox's browser files and the app's bundles were built. */
  hostFolder: string;
  uiFolder: string;
  port: number;
}

export type Handler = (request: IncomingMessage, response: ServerResponse, site: Site, url: URL) => Promise<void>;
