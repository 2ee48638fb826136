import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { Refusal } from './answers';

const decimal = v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/, 'is not a number'), v.transform(Number));
const whole = v.pipe(v.string(), v.regex(/^\d+$/, 'is not a whole number'), v.transform(Number));

const optionsSchema = v.object({
  port: v.optional(v.pipe(whole, v.maxValue(65_535, 'is not a port')), '8787'),
  manifest: v.optional(v.string(), 'manifest.yml'),
  site: v.optional(v.picklist(['demo', 'empty'], 'is neither "demo" nor "empty"'), 'demo'),
  latency: v.optional(whole),
  'task-speed': v.optional(v.pipe(decimal, v.gtValue(0, 'is not over 0'))),
  'fail-rate': v.optional(v.pipe(decimal, v.maxValue(1, 'is over 1'))),
  slots: v.optional(whole),
  seed: v.optional(whole, '1'),
  'demo-sync': v.optional(v.boolean(), false),
  'as-built': v.optional(v.boolean(), false),
  help: v.optional(v.boolean(), false),
});

export type Options = v.InferOutput<typeof optionsSchema>;

export const HELP = `Runs the app on this machine with an emulated Jira site.

  npm start -- [options]

  --port N           listen on 127.0.0.1:N                     (8787; 0 takes a free port)
  --site demo|empty  what’s on the site                        (demo)
  --latency MS       how long each call of the site takes
  --task-speed X     how fast bulk tasks run; 2 is twice as fast
  --fail-rate P      share of operations that fail, 0 to 1
  --slots N          unfinished tasks the site allows at once
  --seed N           the seed of everything random             (1)
  --manifest FILE    the manifest of the app                   (manifest.yml)
  --demo-sync        sets up a sync, and tells how to deliver to it
  --as-built         doesn’t build, serves the output of npm run build
  --help             shows this help
`;

/** Reads the command line. Throws a Refusal that names the option at fault. */
export function readOptions(argv: readonly string[]): Options {
  const parsed = v.safeParse(optionsSchema, rawOptions(argv));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Refusal(400, `--${v.getDotPath(issue) ?? ''} ${issue.message}. See npm start -- --help.`);
}

function rawOptions(argv: readonly string[]): Record<string, unknown> {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: text,
        manifest: text,
        site: text,
        latency: text,
        'task-speed': text,
        'fail-rate': text,
        slots: text,
        seed: text,
        'demo-sync': { type: 'boolean' },
        'as-built': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(400, `${reason.replace(/\.?$/, '.')} See npm start -- --help.`);
  }
}
