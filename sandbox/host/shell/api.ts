import * as v from 'valibot';

/** What the shell page learns from the server that serves it. */
const bootSchema = v.object({
  app: v.object({
    title: v.string(),
    moduleKey: v.string(),
    resource: v.string(),
    sections: v.array(
      v.object({ header: v.nullable(v.string()), pages: v.array(v.object({ title: v.string(), route: v.string() })) }),
    ),
    issueModules: v.array(
      v.object({
        type: v.picklist(['jira:issuePanel', 'jira:issueContext']),
        key: v.string(),
        title: v.string(),
        label: v.string(),
        resource: v.string(),
      }),
    ),
    resources: v.array(v.object({ key: v.string(), kind: v.picklist(['native', 'static']) })),
    scopes: v.array(v.string()),
  }),
  users: v.array(v.object({ accountId: v.string(), displayName: v.string(), role: v.string() })),
});

export type Boot = v.InferOutput<typeof bootSchema>;
export type SandboxUser = Boot['users'][number];
export type IssueModule = Boot['app']['issueModules'][number];

const refusalSchema = v.object({ error: v.string() });

/** Calls the sandbox's own server. Rejects with the server's words when it refuses. */
export async function callServer(path: string, body?: unknown): Promise<unknown> {
  const init: RequestInit =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`/_sandbox/${path}`, init);
  const answer: unknown = await response.json();
  if (response.ok) return answer;
  const refusal = v.safeParse(refusalSchema, answer);
  throw new Error(refusal.success ? refusal.output.error : `The sandbox answered ${response.status}.`);
}

export const boot = async (): Promise<Boot> => v.parse(bootSchema, await callServer('boot'));
