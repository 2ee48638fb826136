import { Button, Inline, Stack, Text } from '@forge/react';
import React from 'react';
import { Failure } from './Failure';
import { countOf, formatCount } from './format';
import { Pages } from './Pages';
import type { Action } from './use-action';

interface Props {
  /** What is looked for, in the singular: "product". */
  what: string;
  found: number;
  /** How many of the site's list were looked at so far, and whether those are all. */
  looked: number;
  isAll: boolean;
  page: number;
  onPage: (page: number) => void;
  /** Reads on in the list. */
  further: Action;
}

/** Under what a search has found. The site cannot search: its list is read through, a part at a time. */
export function SearchFooter({ what, found, looked, isAll, page, onPage, further }: Props) {
  return (
    <Stack space="space.150">
      <Inline spread="space-between" alignBlock="center" space="space.100" rowSpace="space.100" shouldWrap>
        <Text color="color.text.subtle">{foundWords({ what, found, looked, isAll })}</Text>
        <Pages label={`Pages of ${what}s found`} total={found} page={page} onPage={onPage} />
        {!isAll && (
          <Button isDisabled={further.isRunning} onClick={further.run}>
            Keep searching
          </Button>
        )}
      </Inline>
      {further.error && <Failure error={further.error} onRetry={further.run} />}
    </Stack>
  );
}

/** "3 products found among all 12." */
function foundWords({ what, found, looked, isAll }: Pick<Props, 'what' | 'found' | 'looked' | 'isAll'>): string {
  if (looked === 0 && isAll) return `Your site has no ${what}s yet.`;
  const among = `${isAll ? 'all' : 'the first'} ${formatCount(looked)}`;
  return `${found === 0 ? `No ${what}s` : countOf(found, what)} found among ${among}.`;
}
