import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';

const pageSchema = v.object({ title: v.string(), route: v.string(), icon: v.optional(v.string()) });
const sectionSchema = v.object({ header: v.string(), pages: v.array(pageSchema) });

const scopesSchema = v.union([
  v.pipe(
    v.array(v.string()),
    v.transform((scopes) => scopes),
  ),
  v.pipe(
    v.record(v.string(), v.unknown()),
    v.transform((scopes) => Object.keys(scopes)),
  ),
]);

const manifestSchema = v.object({
  app: v.object({ id: v.string() }),
  modules: v.object({
    'jira:adminPage': v.pipe(
      v.array(
        v.object({
          key: v.string(),
          title: v.string(),
          resource: v.string(),
          sections: v.optional(v.array(sectionSchema), []),
          pages: v.optional(v.array(pageSchema), []),
        }),
      ),
      v.minLength(1),
    ),
    function: v.optional(v.array(v.object({ key: v.string(), handler: v.string() })), []),
  }),
  resources: v.array(v.object({ key: v.string(), path: v.string() })),
  permissions: v.optional(v.object({ scopes: v.optional(scopesSchema, []) }), {}),
});

/** A UI Kit resource is a source file that the host renders; a static one is a folder of files that it serves. */
export type AppResource =
  { key: string; kind: 'native'; entry: string } | { key: string; kind: 'static'; folder: string };

export interface AdminPage {
  key: string;
  title: string;
  resource: string;
  sections: { header: string | null; pages: { title: string; route: string }[] }[];
}

/** What the host and the build read of the app's manifest. Paths are absolute. */
export interface HostManifest {
  root: string;
  appId: string;
  adminPage: AdminPage;
  resources: AppResource[];
  /** The source file the manifest's functions are exported from, or null when the app has no functions. */
  backEnd: string | null;
  scopes: string[];
}

/** Reads the part of manifest.yml that concerns pages, resources and functions. Throws a ValiError that names what is wrong. */
export async function readManifest(path: string): Promise<HostManifest> {
  const root = dirname(resolve(path));
  const manifest = v.parse(manifestSchema, parse(await readFile(path, 'utf8')));
  const [page] = manifest.modules['jira:adminPage'];
  if (page === undefined) throw new Error(`${path} has no jira:adminPage module`);
  const loose = page.pages.length > 0 ? [{ header: null, pages: page.pages }] : [];
  const [handler] = manifest.modules.function;
  return {
    root,
    appId: manifest.app.id,
    adminPage: {
      key: page.key,
      title: page.title,
      resource: page.resource,
      sections: [...loose, ...page.sections],
    },
    resources: manifest.resources.map(({ key, path: source }) =>
      /\.[jt]sx?$/.test(source)
        ? { key, kind: 'native', entry: resolve(root, source) }
        : { key, kind: 'static', folder: resolve(root, source) },
    ),
    backEnd: handler === undefined ? null : resolve(root, 'src', `${handler.handler.split('.')[0] ?? 'index'}.ts`),
    scopes: manifest.permissions.scopes,
  };
}
