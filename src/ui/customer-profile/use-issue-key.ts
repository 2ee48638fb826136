import { view } from '@forge/bridge';
import { useEffect, useState } from 'react';
import * as v from 'valibot';

const contextSchema = v.object({ extension: v.object({ issue: v.object({ key: v.string() }) }) });

/** The issue that the profile stands on: undefined until the product has said it, null where it names none. */
export function useIssueKey(): string | null | undefined {
  const [key, setKey] = useState<string | null>();
  useEffect(() => {
    let mounted = true;
    const settle = (context: unknown) => {
      if (mounted) setKey(v.is(contextSchema, context) ? context.extension.issue.key : null);
    };
    view.getContext().then(settle, () => settle(null));
    return () => {
      mounted = false;
    };
  }, []);
  return key;
}
