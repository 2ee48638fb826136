import { Button, Stack } from '@forge/react';
import React from 'react';
import { call } from '../../shared/call';
import { Failure } from '../../shared/Failure';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { useResource } from '../../shared/use-resource';
import { listDelay } from '../imports/list-delay';
import { FieldSlots } from './FieldSlots';
import { Jobs } from './Jobs';
import { QuickWays } from './QuickWays';

const loadLatest = () => call('jobs.list', { page: 0 });

/** How things stand, and the ways to what people come for. Each part is loaded, and fails, by itself. */
export function OverviewPage() {
  const { go } = useNavigation();
  const latest = useResource(loadLatest, listDelay);
  const isEmpty = latest.data?.total === 0;
  const { error } = latest;
  const isForbidden = error?.code === 'FORBIDDEN';
  return (
    <Page
      title="Customer Service Management"
      purpose="Everything about your customers, their organizations and what they are entitled to."
      actions={
        isEmpty || isForbidden ? undefined : (
          <Button appearance="primary" onClick={() => go(['imports', 'new'])}>
            Import customers
          </Button>
        )
      }
    >
      {isForbidden ? (
        // Whoever may not be here is told so once, not by every part.
        <Failure error={error} onRetry={latest.reload} />
      ) : (
        <Stack space="space.400">
          <Jobs latest={latest} />
          <FieldSlots />
          <QuickWays />
        </Stack>
      )}
    </Page>
  );
}
