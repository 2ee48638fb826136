import { createServer, type Server } from 'node:http';
import { isWebTriggerPath } from '../../forge/web-trigger/urls';
import { Refusal } from './answers';
import { refuseStrangers } from './origin';
import type { Site } from './handler';
import { route, sendRefusal } from './routes';
import { webTriggerRoute } from './web-trigger-route';

export interface Listening {
  port: number;
  url: string;
  close(): Promise<void>;
}

/**
 * Serves on 127.0.0.1 only. Port 0 takes a free one. Rejects with a Refusal that says what to do when the port is
 * taken.
 */
export async function listen(site: Omit<Site, 'port'>, port: number): Promise<Listening> {
  let bound = port;
  const server = createServer((request, response) => {
    const answer = async () => {
      const url = new URL(request.url ?? '/', originOf(bound));
      const served = { ...site, port: bound };
      if (isWebTriggerPath(url.pathname)) return webTriggerRoute(request, response, served, url);
      refuseStrangers(request, bound);
      await route(request, response, served, url);
    };
    answer().catch((error: unknown) => sendRefusal(response, error));
  });
  bound = await bind(server, port);
  site.sandbox.servedAt(originOf(bound));
  return { port: bound, url: `${originOf(bound)}/`, close: () => close(server) };
}

const originOf = (port: number): string => `http://127.0.0.1:${port}`;

function bind(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Refusal(
              409,
              `Port ${port} is in use. Stop the process that uses it, or choose another port with --port.`,
            )
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
