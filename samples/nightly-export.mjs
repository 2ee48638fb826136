#!/usr/bin/env node
/**
 * Writes the export that a made-up CRM makes every night: customers of the sandbox's demo site, as CSV. The same options
 * give the same file. From one night to the next so many records change, vanish or are new; all others stay as they are.
 * Needs Node 20 and nothing else.
 */
import console from 'node:console';
import { createWriteStream } from 'node:fs';
import process from 'node:process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';

const HELP = `Usage: node samples/nightly-export.mjs [options] > export.csv

  --records N   records in the first night (2000)
  --night N     which night it is, from 1 (1)
  --changes N   records that change from one night to the next (10)
  --vanish N    records that vanish each night (0)
  --new N       records that are new each night (0)
  --seed N      another seed, another CRM (1)
  --out FILE    where to write it, instead of the standard output`;

const headers = ['External ID', 'Full name', 'E-mail', 'Organization', 'Region', 'Tier', 'Phone', 'Seats', 'Since'];
const given = ['Ada', 'Björn', 'Chloé', 'Diego', 'Emeka', 'Freya', 'Hiroshi', 'Inés', 'Jana', 'Kenji', 'Layla', 'Mateo'];
const family = ['Adeyemi', 'Becker', 'Castro', 'Dubois', 'Eriksen', 'Fernández', 'Gupta', 'Horvat', 'Ivanova', 'Müller'];
const organizations = [
  'Alder Logistics Pty Ltd',
  'Amber Logistics S.A.',
  'Atlas Logistics AB',
  'Beacon Logistics Inc',
  'Birch Logistics K.K.',
  'Cedar Logistics K.K.',
  'Cobalt Logistics AB',
  'Delta Logistics B.V.',
  'Dune Logistics AB',
  'Fjord Logistics AB',
];
const regions = ['EU', 'US', 'UK', 'AU', 'JP', 'IN', 'BR', 'ZA'];
const tiers = ['Basic', 'Standard', 'Gold', 'Platinum'];
const DAY_MS = 24 * 60 * 60 * 1000;

/** A whole number from 0 to below `count`, drawn anew at each call (mulberry32: small, fast, the same everywhere). */
function drawing(seed) {
  let state = seed >>> 0;
  return (count) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  };
}

/** So many different ones of a list. */
function some(list, count, draw) {
  const chosen = new Set();
  while (chosen.size < count) chosen.add(list[draw(list.length)]);
  return chosen;
}

/** The records of a night: each has its number and how often it has changed since the first night. */
function recordsOf({ records, night, changes, vanish, added, seed }) {
  let present = Array.from({ length: records }, (_, at) => at + 1);
  let next = records + 1;
  const edits = new Map();
  for (let now = 2; now <= night; now += 1) {
    const draw = drawing(seed * 1_000_003 + now);
    if (vanish + changes > present.length) fail(`In night ${now} there are ${present.length} records left, too few.`);
    if (vanish > 0) {
      const gone = some(present, vanish, draw);
      present = present.filter((record) => !gone.has(record));
    }
    for (const record of some(present, changes, draw)) edits.set(record, (edits.get(record) ?? 0) + 1);
    for (let at = 0; at < added; at += 1) present.push(next++);
  }
  return present.map((record) => ({ record, edits: edits.get(record) ?? 0 }));
}

const pick = (list, draw) => list[draw(list.length)];
const plain = (name) => name.normalize('NFD').replace(/[^A-Za-z]/g, '').toLowerCase();

/** A new phone number makes every change one; what else a change touches goes by turns. */
function cellsOf({ record, edits }, seed) {
  const draw = drawing(seed * 7_919 + record * 31);
  const [first, last] = [pick(given, draw), pick(family, draw)];
  const organization = draw(organizations.length) + Math.floor(edits / 3);
  const tier = draw(tiers.length) + Math.floor(edits / 2);
  return [
    `crm-${String(record).padStart(7, '0')}`,
    `${first} ${last}`,
    `${plain(first)}.${plain(last)}.${record}@crm.example`,
    organizations[organization % organizations.length],
    pick(regions, draw),
    tiers[tier % tiers.length],
    `+49 30 ${2_000_000 + (record % 40_000) * 100 + (edits % 100)}`,
    String(1 + draw(500)),
    new Date(Date.UTC(2012, 0, 1) + draw(12 * 365) * DAY_MS).toISOString().slice(0, 10),
  ];
}

/** In pieces of some hundred lines: a line at a time would be slow, all at once would not fit. */
function* linesOf(options) {
  let piece = `${headers.join(',')}\r\n`;
  for (const record of recordsOf(options)) {
    piece += `${cellsOf(record, options.seed).join(',')}\r\n`;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function fail(message) {
  console.error(message);
  process.exit(2);
}

function readOptions() {
  const text = { type: 'string' };
  const options = { records: text, night: text, changes: text, vanish: text, new: text, seed: text, out: text };
  const { values } = parseArgs({ options: { ...options, help: { type: 'boolean' } } });
  const number = (name, standard, least = 0) => {
    const value = Number(values[name] ?? standard);
    if (!Number.isSafeInteger(value) || value < least) fail(`--${name} takes a whole number from ${least}.`);
    return value;
  };
  return {
    help: values.help ?? false,
    out: values.out,
    records: number('records', 2000, 1),
    night: number('night', 1, 1),
    changes: number('changes', 10),
    vanish: number('vanish', 0),
    added: number('new', 0),
    seed: number('seed', 1),
  };
}

try {
  const options = readOptions();
  if (options.help) console.log(HELP);
  else {
    const out = options.out === undefined ? process.stdout : createWriteStream(options.out);
    await pipeline(Readable.from(linesOf(options)), out, { end: out !== process.stdout });
  }
} catch (error) {
  // Whoever reads the output may have seen enough.
  if (error.code !== 'EPIPE') fail(error.message);
}
