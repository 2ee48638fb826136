import React from 'react';
import * as v from 'valibot';
import { callServer } from '../api';
import { useShell } from '../shell-context';

const issueSchema = v.object({
  id: v.string(),
  key: v.string(),
  summary: v.string(),
  description: v.string(),
  reporter: v.nullable(v.object({ displayName: v.string() })),
  status: v.object({ name: v.string(), category: v.picklist(['new', 'indeterminate', 'done']) }),
  createdAt: v.number(),
  type: v.object({ id: v.string(), name: v.string() }),
  project: v.object({ id: v.string(), key: v.string(), name: v.string(), type: v.string() }),
});
export type IssueShown = v.InferOutput<typeof issueSchema>;

const listSchema = v.object({ issues: v.array(issueSchema) });

export type Shown<T> = { state: 'loading' } | { state: 'refused'; message: string } | { state: 'shown'; data: T };

export const useIssue = (key: string): Shown<IssueShown> => useShown('issue', { key }, issueSchema);

/** @param jql null for every issue */
export function useIssues(jql: string | null): Shown<v.InferOutput<typeof listSchema>> {
  return useShown('issues', jql === null ? {} : { jql }, listSchema);
}

/** What a page of the product shows to whoever is signed in. */
function useShown<S extends v.GenericSchema>(
  name: string,
  query: Record<string, string>,
  schema: S,
): Shown<v.InferOutput<S>> {
  const { accountId } = useShell().user;
  const [shown, show] = React.useState<Shown<v.InferOutput<S>>>({ state: 'loading' });
  const path = `shown/${name}?${new URLSearchParams({ as: accountId, ...query }).toString()}`;
  React.useEffect(() => {
    let mounted = true;
    callServer(path)
      .then((answer): Shown<v.InferOutput<S>> => ({ state: 'shown', data: v.parse(schema, answer) }))
      .catch((error: unknown): Shown<v.InferOutput<S>> => ({
        state: 'refused',
        message: error instanceof Error ? error.message : String(error),
      }))
      .then((next) => {
        if (mounted) show(next);
      }, console.error);
    return () => {
      mounted = false;
    };
  }, [path, schema]);
  return shown;
}
