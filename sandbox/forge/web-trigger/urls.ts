import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { Clock } from '../../clock';
import { installContext, installation } from '../arguments';
import { MINUTE_MS, WEB_TRIGGER_URLS_PER_MINUTE } from '../limits';
import { RateWindow } from '../rate-window';
import { type ForgeRequest, type ForgeResponse, emptyResponse, jsonResponse, parseJson } from '../wire';

/**
 * Stands for the host name that Forge gives the web triggers of an installation. What follows it is what a function
 * sees of the path: `/x1/<id>`, as the vendor's package expects it.
 */
const HOST_PATH = '/webtrigger';
const ID_PATH = '/x1/';

/** The mutation that `webTrigger.getUrl` of @forge/api 8.3 sends. Of the two others nothing is emulated. */
const mutationSchema = v.object({
  query: v.pipe(v.string(), v.includes('createWebTriggerUrl(')),
  variables: v.object({
    input: v.strictObject({
      appId: v.string(),
      envId: v.literal(installation.environmentId),
      contextId: v.literal(installContext),
      triggerKey: v.string(),
    }),
    forceCreate: v.optional(v.boolean(), false),
  }),
});

export interface WebTriggerUrlsOptions {
  clock: Pick<Clock, 'now'>;
  isDeclared: (moduleKey: string) => boolean;
  /** Where the sandbox is served, without a slash at its end. */
  origin: () => string;
}

export const isWebTriggerPath = (path: string): boolean => path.startsWith(`${HOST_PATH}${ID_PATH}`);

/** The public URLs of the web triggers of one installation. Nobody can guess them, and they last as long as it does. */
export class WebTriggerUrls {
  private readonly moduleKeys = new Map<string, string>();
  private readonly created: RateWindow;

  constructor(private readonly options: WebTriggerUrlsOptions) {
    this.created = new RateWindow(options.clock, MINUTE_MS, WEB_TRIGGER_URLS_PER_MINUTE);
  }

  handles({ path }: Pick<ForgeRequest, 'path'>): boolean {
    return path === '/graphql';
  }

  handle({ body }: Pick<ForgeRequest, 'body'>): ForgeResponse {
    const asked = v.safeParse(mutationSchema, parseJson(body));
    if (!asked.success)
      return refused('The sandbox answers no other GraphQL than the one for the URL of a web trigger.');
    const { input, forceCreate } = asked.output.variables;
    if (!this.options.isDeclared(input.triggerKey)) {
      return refused(`The manifest declares no web trigger '${input.triggerKey}'.`);
    }
    if (!this.created.fits(1)) return emptyResponse(429);
    this.created.take(1);
    const url = `${this.options.origin()}${HOST_PATH}${ID_PATH}${this.idOf(input.triggerKey, forceCreate)}`;
    return jsonResponse(200, { data: { createWebTriggerUrl: { url } } });
  }

  /** Whom a URL of the sandbox calls, and how the function sees its path; null for a URL that was never given out. */
  resolve(url: URL): { moduleKey: string; path: string; userPath: string } | null {
    if (!isWebTriggerPath(url.pathname)) return null;
    const path = url.pathname.slice(HOST_PATH.length);
    const [id = '', ...segments] = path.slice(ID_PATH.length).split('/');
    const moduleKey = this.moduleKeys.get(id);
    return moduleKey === undefined ? null : { moduleKey, path, userPath: segments.map((one) => `/${one}`).join('') };
  }

  private idOf(moduleKey: string, fresh: boolean): string {
    const known = [...this.moduleKeys].find(([, key]) => key === moduleKey);
    if (known && !fresh) return known[0];
    const id = randomBytes(18).toString('base64url');
    this.moduleKeys.set(id, moduleKey);
    return id;
  }
}

const refused = (message: string): ForgeResponse => jsonResponse(200, { data: null, errors: [{ message }] });
