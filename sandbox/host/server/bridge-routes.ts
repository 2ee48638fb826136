import * as v from 'valibot';
import { Refusal, readJson, sendJson } from './answers';
import type { Handler } from './routes';

/** Forge's limits of what a page may send to, and get from, its resolver ("Front-end request / response"). */
const MAX_PAYLOAD_BYTES = 500_000;
const MAX_RESULT_BYTES = 5_000_000;

const call = { accountId: v.string(), moduleKey: v.string() };
const invokeSchema = v.object({ ...call, functionKey: v.string(), payload: v.unknown() });
const productSchema = v.object({
  ...call,
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
  if (name === 'invoke') return sendJson(response, 200, await invoke(await readJson(request, invokeSchema), site));
  if (name === 'product') return sendJson(response, 200, await product(await readJson(request, productSchema), site));
  throw new Refusal(404, `The bridge has no "${name}".`);
};

type Site = Parameters<Handler>[2];

async function invoke(asked: v.InferOutput<typeof invokeSchema>, { sandbox }: Site): Promise<{ result: unknown }> {
  if (byteLength(asked.payload) > MAX_PAYLOAD_BYTES)
    throw new Refusal(413, `The payload of "${asked.functionKey}" is over Forge's limit of 500 KB.`);
  const result = await failingAsRefusal(() => sandbox.invoke(asked));
  if (byteLength(result) > MAX_RESULT_BYTES)
    throw new Refusal(413, `What "${asked.functionKey}" returned is over Forge's limit of 5 MB.`);
  return { result };
}

async function product(asked: v.InferOutput<typeof productSchema>, { sandbox }: Site): Promise<unknown> {
  if (asked.product !== 'jira') throw new Refusal(400, `The sandbox has no product "${asked.product}".`);
  const { method, headers, body } = asked.fetchRequestInit;
  return failingAsRefusal(() =>
    sandbox.product({ ...asked, method, path: asked.restPath, headers: Object.fromEntries(headers), body }),
  );
}

/** A resolver that throws is the app's fault, not the sandbox's: the page gets its message. */
async function failingAsRefusal<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw new Refusal(502, error instanceof Error ? error.message : String(error));
  }
}

const byteLength = (value: unknown): number =>
  value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value) ?? '');
