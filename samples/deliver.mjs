#!/usr/bin/env node
/**
 * Delivers a file to a sync of the CSM Console: compressed, in parts where it is large, and again where something gets in
 * the way. The same file is the same delivery, so that sending it twice does no harm. Needs Node 20 and nothing else.
 */
import console from 'node:console';
import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const { AbortSignal, fetch, URL } = globalThis;

const HELP = `Usage: node samples/deliver.mjs --url URL --token TOKEN FILE

  --url URL        the address of the sync (or the variable CSM_SYNC_URL)
  --token TOKEN    the token of the sync (or the variable CSM_SYNC_TOKEN, which no other user of the machine sees)
  --test           only tells what the delivery would do, on the page of the sync
  --retries N      how often a request is repeated (8)
  --wait MS        milliseconds before the first repetition, twice as long before each further one (1000)`;

/** Characters of a part: a request may have 500 KB with its headers. Four characters of base64 are three bytes. */
const PART_CHARS = 400_000;
const LONGEST_WAIT_MS = 60_000;
/** The site ends a request after 55 seconds. */
const REQUEST_TIMEOUT_MS = 60_000;

/** What can be done about an answer is said where it is known. */
const refusals = {
  400: 'The sync can’t read the request. Is this the version of the script that fits the app?',
  401: 'The sync refused the token, or there is no such sync.',
  404: 'There is nothing at this address. Copy it from the page of the sync once more.',
  413: 'The file is larger than the sync takes.',
};
const isWorthRepeating = (status) => status === 409 || status === 429 || status >= 500;

class Refused extends Error {}

function partsOf(file) {
  const text = gzipSync(file).toString('base64');
  return Array.from({ length: Math.ceil(text.length / PART_CHARS) }, (_, at) =>
    text.slice(at * PART_CHARS, (at + 1) * PART_CHARS),
  );
}

/** Sends one request, and again with growing pauses as long as that may help. @throws Refused */
async function send(url, body, { token, retries, wait }) {
  for (let attempt = 0; ; attempt += 1) {
    const { reason, pauseMs = 0, isFinal = false } = await tried(url, body, token);
    if (reason === null) return;
    if (isFinal || attempt >= retries) throw new Refused(reason);
    await sleep(Math.max(pauseMs, Math.min(LONGEST_WAIT_MS, wait * 2 ** attempt) * (0.75 + Math.random() / 2)));
  }
}

/** Why a request didn't get through, or null. */
async function tried(url, body, token) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/plain' };
  try {
    const signal = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await answer.arrayBuffer();
    const { status } = answer;
    if (status >= 200 && status < 300) return { reason: null };
    const reason = refusals[status] ?? `The site answered ${status}.`;
    const seconds = Number(answer.headers.get('retry-after') ?? 0);
    const pauseMs = Number.isFinite(seconds) ? Math.min(LONGEST_WAIT_MS, seconds * 1000) : 0;
    return { reason, pauseMs, isFinal: !isWorthRepeating(status) };
  } catch (error) {
    return { reason: `The site can’t be reached: ${error.cause?.message ?? error.message}` };
  }
}

async function deliver({ file, isTest, ...options }) {
  const content = await readFile(file);
  const parts = partsOf(content);
  // A test is a delivery of its own: the real one that follows is not to be taken for a repetition of it.
  const id = isTest ? randomUUID() : createHash('sha256').update(content).digest('hex');
  for (const [at, part] of parts.entries()) {
    const url = new URL(options.url);
    if (isTest) url.searchParams.set('test', '1');
    if (parts.length > 1) {
      url.searchParams.set('delivery', id);
      url.searchParams.set('part', String(at + 1));
      url.searchParams.set('parts', String(parts.length));
    }
    await send(url, part, options);
  }
  return parts.length;
}

/** A token goes to nobody else on its way. */
function checkedUrl(text) {
  const url = URL.canParse(text ?? '') ? new URL(text) : null;
  if (url === null) throw new Refused('--url takes the address of the sync, as its page shows it.');
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !isHere) throw new Refused('The address has to begin with https://.');
  return url.href;
}

function readOptions() {
  const text = { type: 'string' };
  const flag = { type: 'boolean', default: false };
  const options = { url: text, token: text, test: flag, retries: text, wait: text, help: flag };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help) return null;
  const number = (name, standard) => {
    const value = Number(values[name] ?? standard);
    if (!Number.isSafeInteger(value) || value < 0) throw new Refused(`--${name} takes a whole number.`);
    return value;
  };
  const token = values.token ?? process.env.CSM_SYNC_TOKEN;
  if (positionals.length !== 1) throw new Refused('Name one file. --help tells more.');
  if (token === undefined || token === '') throw new Refused('--token takes the token of the sync.');
  return {
    file: positionals[0],
    url: checkedUrl(values.url ?? process.env.CSM_SYNC_URL),
    token,
    isTest: values.test,
    retries: number('retries', 8),
    wait: number('wait', 1000),
  };
}

try {
  const options = readOptions();
  if (options === null) console.log(HELP);
  else {
    const parts = await deliver(options);
    const size = parts === 1 ? '' : ` in ${parts} parts`;
    console.log(`${options.isTest ? 'Tested with' : 'Delivered'} ${basename(options.file)}${size}.`);
  }
} catch (error) {
  const message = error.code === 'ENOENT' ? `There is no file ${error.path}.` : error.message;
  console.error(`Not delivered. ${message}`);
  process.exitCode = 1;
}
