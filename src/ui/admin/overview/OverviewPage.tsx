import { Button, Stack } from '@forge/react';
import React, { useCallback } from 'react';
import { call } from '../../shared/call';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { Skeleton } from '../../shared/Skeleton';
import { useResource } from '../../shared/use-resource';
import { NoDirectory } from '../directory/NoDirectory';
import { useStatus } from '../directory/use-status';
import { NoImports } from '../imports/ImportsPage';
import { listDelay } from '../imports/list-delay';
import { FieldSlots } from './FieldSlots';
import { Jobs } from './Jobs';
import { Kept } from './Kept';
import { QuickWays } from './QuickWays';

const loadLatest = () => call('jobs.list', { page: 0 });

/** How things stand, and the ways to what people come for. Each part is loaded, and fails, by itself. */
export function OverviewPage() {
  const { go } = useNavigation();
  const latest = useResource(loadLatest, listDelay);
  const status = useStatus();
  const isFirstVisit = latest.data?.total === 0 && status.data?.kept === null;
  const isNewSite = useIsNewSite(isFirstVisit);
  return (
    <Page
      title="Customer Service Management"
      purpose="Your customers, their organizations and what they’re entitled to."
      actions={
        isFirstVisit && isNewSite !== false ? undefined : (
          <Button appearance="primary" onClick={() => go(['imports', 'new'])}>
            Import customers
          </Button>
        )
      }
    >
      <Stack space="space.400">
        {status.data && <Kept status={status.data} onStatus={status.replace} />}
        {isFirstVisit && isNewSite === null && <Skeleton lines={2} label="Looking at your site" />}
        {isFirstVisit && isNewSite === true && <NoImports />}
        {isFirstVisit && isNewSite === false && status.data && status.data.scan === null && (
          <NoDirectory entity="customer" status={status.data} onStatus={status.replace} />
        )}
        {!isFirstVisit && <Jobs latest={latest} />}
        <FieldSlots />
        <QuickWays />
      </Stack>
    </Page>
  );
}

/** Whether a site has nobody yet, as far as its organizations tell: null until that is known. */
function useIsNewSite(isAsked: boolean): boolean | null {
  const load = useCallback(async () => {
    if (!isAsked) return null;
    return (await call('organizations.list', { page: 0 })).organizations.length === 0;
  }, [isAsked]);
  const { data, error } = useResource(load);
  return error === null ? data : true;
}
