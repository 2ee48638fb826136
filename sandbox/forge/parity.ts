import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** What the sandbox emulates of a vendor's package: its version and every name that it offers. */
export interface Surface {
  version: string;
  names: string[];
}

export const snapshotPath = resolve(__dirname, 'parity.json');

const load = createRequire(__filename);
const folderOf = (name: string): string => resolve(__dirname, '../../node_modules/@forge', name);

/** The surface as installed. Back-end packages are loaded; front-end ones want a browser, so their text is read. */
export function installedSurfaces(): Record<string, Surface> {
  const exportsOf = (name: string): string[] => Object.keys(load(`@forge/${name}`) as object);
  const names: Record<string, string[]> = {
    api: exportsOf('api'),
    events: exportsOf('events'),
    kvs: exportsOf('kvs'),
    resolver: exportsOf('resolver'),
    bridge: bridgeCommands(),
    react: reactComponents(),
  };
  return Object.fromEntries(
    Object.entries(names).map(([name, found]) => [
      `@forge/${name}`,
      { version: versionOf(name), names: [...new Set(found)].sort() },
    ]),
  );
}

function versionOf(name: string): string {
  const { version } = JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** Every command that the package sends to the host page. */
function bridgeCommands(): string[] {
  const folder = join(folderOf('bridge'), 'out');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => matchesIn(join(folder, file), /callBridge\)?\(\s*['"]([a-zA-Z]+)['"]/g));
}

/** Every element type that a page may render, and everything else the package exports. */
function reactComponents(): string[] {
  const folder = join(folderOf('react'), 'out');
  return [
    ...matchesIn(join(folder, 'components/ui-kit-components.js'), /exports\.([A-Za-z]+)\s*=/g),
    ...matchesIn(join(folder, 'index.js'), /exports,\s*"([A-Za-z]+)"/g),
  ];
}

function matchesIn(file: string, pattern: RegExp): string[] {
  return [...readFileSync(file, 'utf8').matchAll(pattern)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

if (process.argv[1] === __filename && process.argv.includes('--write')) {
  writeFileSync(snapshotPath, `${JSON.stringify(installedSurfaces(), null, 2)}\n`);
}
