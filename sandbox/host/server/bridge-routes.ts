import { STATUS_CODES } from 'node:http';
import * as v from 'valibot';
import { Refusal, readJson, sendJson } from './answers';
import type { Handler } from './handler';

const invokeSchema = v.object({
  accountId: v.string(),
  moduleKey: v.string(),
  functionKey: v.string(),
  payload: v.optional(v.unknown()),
  context: v.record(v.string(), v.unknown()),
});
const productSchema = v.object({
  accountId: v.string(),
  product: v.string(),
  restPath: v.string(),
  fetchRequestInit: v.object({
    method: v.string(),
    headers: v.array(v.tuple([v.string(), v.string()])),
    body: v.nullable(v.string()),
  }),
});

/** What the host page asks for on behalf of the app's frames. */
export const bridgeRoutes: Handler = async (request, response, site, url) => {
  const name = url.pathname.slice('/_sandbox/bridge/'.length);
  if (request.method !== 'POST') throw new Refusal(405, 'The bridge takes POST only.');
  if (name === 'invoke') sendJson(response, 200, await invoke(await readJson(request, invokeSchema), site));
  else if (name === 'product') sendJson(response, 200, await product(await readJson(request, productSchema), site));
  else throw new Refusal(404, `The bridge has no "${name}".`);
};

type Site = Parameters<Handler>[2];

/** The platform keeps Forge's limits of size and rate itself. */
async function invoke(asked: v.InferOutput<typeof invokeSchema>, { sandbox }: Site): Promise<{ result: unknown }> {
  return { result: await failingAsRefusal(() => sandbox.invoke(asked)) };
}

async function product(asked: v.InferOutput<typeof productSchema>, { sandbox }: Site): Promise<unknown> {
  if (asked.product !== 'jira') throw new Refusal(400, `The sandbox has no product "${asked.product}".`);
  const { method, headers, body } = asked.fetchRequestInit;
  const answer = await sandbox.product({
    accountId: asked.accountId,
    method,
    path: asked.restPath,
    headers: Object.fromEntries(headers),
    body,
  });
  return { ...answer, statusText: STATUS_CODES[answer.status] ?? '' };
}

/** A resolver that throws is the app's fault, not the sandbox's: the page gets its message. */
async function failingAsRefusal<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw new Refusal(502, error instanceof Error ? error.message : String(error));
  }
}
