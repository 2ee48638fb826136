/** The site's own API over plain HTTP, as another administrator uses it (docs/sandbox-control.md). */
export function siteApi(url: string) {
  return async function ask(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${url}jsm/csm/api/v1/${path}`, {
      method,
      headers: { Authorization: 'Bearer ada', 'Content-Type': 'application/json', 'X-ExperimentalApi': 'opt-in' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.status === 204 ? null : response.json();
  };
}
