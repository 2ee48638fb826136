import { Button, Stack } from '@forge/react';
import React from 'react';
import { call } from '../../shared/call';
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
  return (
    <Page
      title="Customer Service Management"
      purpose="Your customers, their organizations and what they’re entitled to."
      actions={
        isEmpty ? undefined : (
          <Button appearance="primary" onClick={() => go(['imports', 'new'])}>
            Import customers
          </Button>
        )
      }
    >
      <Stack space="space.400">
        <Jobs latest={latest} />
        <FieldSlots />
        <QuickWays />
      </Stack>
    </Page>
  );
}
