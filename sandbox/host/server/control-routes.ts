import { Refusal, sendJson } from './answers';
import type { Handler } from './routes';

/** The sandbox's own HTTP control, described in docs/sandbox-control.md. */
export const controlRoutes: Handler = async (request, response, site, url) => {
  const name = `${request.method ?? 'GET'} ${url.pathname.slice('/_sandbox/'.length)}`;
  if (name === 'GET boot') return sendJson(response, 200, bootOf(site));
  throw new Refusal(404, `The sandbox has no control "${name}".`);
};

function bootOf({ manifest, sandbox }: Parameters<Handler>[2]): unknown {
  const { adminPage, resources, scopes, appId } = manifest;
  return {
    app: {
      title: adminPage.title,
      id: appId,
      moduleKey: adminPage.key,
      resource: adminPage.resource,
      resolver: adminPage.resolver,
      sections: adminPage.sections,
      resources: resources.map(({ key, kind }) => ({ key, kind })),
      scopes,
    },
    users: sandbox.users(),
    now: sandbox.now(),
  };
}
