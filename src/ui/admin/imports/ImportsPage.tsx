import { Button, EmptyState, Inline, LinkButton, Stack, Text } from '@forge/react';
import React, { useCallback, useState } from 'react';
import { call } from '../../shared/call';
import { Failure } from '../../shared/Failure';
import { countOf } from '../../shared/format';
import { useNavigation } from '../../shared/navigation';
import { PageHeader } from '../../shared/PageHeader';
import { Pages } from '../../shared/Pages';
import { Skeleton } from '../../shared/Skeleton';
import { useResource } from '../../shared/use-resource';
import { JobTable } from './JobTable';
import { listDelay } from './list-delay';
import { WaitingImports } from './WaitingImports';

/** Where the vendor explains what customers are and how they are brought in. */
const CUSTOMERS_HELP = 'https://support.atlassian.com/customer-service-management/';

export function ImportsPage() {
  const { go } = useNavigation();
  const [page, setPage] = useState(0);
  const load = useCallback(() => call('jobs.list', { page }), [page]);
  const { data, error, reload, replace } = useResource(load, listDelay);
  const isEmpty = data?.total === 0;
  return (
    <Stack space="space.300">
      <PageHeader
        title="Imports"
        purpose="All imports on this site, newest first, with the outcome of their rows."
        actions={
          isEmpty ? undefined : (
            <Button appearance="primary" onClick={() => go(['imports', 'new'])}>
              Import customers
            </Button>
          )
        }
      />
      {error && <Failure error={error} onRetry={reload} />}
      {!data && !error && <Skeleton lines={6} label="Loading imports" />}
      {isEmpty && <NoImports />}
      {data && <WaitingImports queue={data.queue} onMoved={(queue) => replace({ ...data, queue })} />}
      {data && data.total > 0 && (
        <Stack space="space.150">
          <JobTable jobs={data.jobs} label="Imports" />
          <Inline spread="space-between" alignBlock="center" shouldWrap>
            <Text color="color.text.subtle">{countOf(data.total, 'import')}</Text>
            <Pages label="Pages of imports" total={data.total} page={page} onPage={setPage} />
          </Inline>
        </Stack>
      )}
    </Stack>
  );
}

export function NoImports() {
  const { go } = useNavigation();
  // UI Kit takes its own elements alone as props: a component of ours would cross unrendered.
  return (
    <EmptyState
      header="Import your first customers"
      headingLevel={2}
      description="Choose a CSV or Excel file, match its columns, and see every problem before anything is sent."
      primaryAction={
        <Button appearance="primary" onClick={() => go(['imports', 'new'])}>
          Import customers
        </Button>
      }
      tertiaryAction={
        <LinkButton appearance="subtle" href={CUSTOMERS_HELP} target="_blank">
          Learn about customers
        </LinkButton>
      }
    />
  );
}
