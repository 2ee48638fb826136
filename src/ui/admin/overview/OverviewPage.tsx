import { Button, Inline, Stack } from '@forge/react';
import React from 'react';
import { call } from '../../shared/call';
import { Failure } from '../../shared/Failure';
import { useNavigation } from '../../shared/navigation';
import { PageHeader } from '../../shared/PageHeader';
import { Section } from '../../shared/Section';
import { Skeleton } from '../../shared/Skeleton';
import { TextLink } from '../../shared/TextLink';
import { useResource } from '../../shared/use-resource';
import { NoImports } from '../imports/ImportsPage';
import { JobTable } from '../imports/JobTable';
import { listDelay } from '../imports/list-delay';
import { NeedsAttention } from './NeedsAttention';
import { RunningNow } from './RunningNow';
import { attentionOf, recentOf, runningOf } from './overview-jobs';

const loadJobs = () => call('jobs.list', { page: 0 });

/** What runs, what needs someone, and what ran last. */
export function OverviewPage() {
  const { go } = useNavigation();
  const { data, error, reload } = useResource(loadJobs, listDelay);
  const isEmpty = data?.total === 0;
  return (
    <Stack space="space.400">
      <PageHeader
        title="Customer Service Management"
        purpose="What runs on your customers’ data, what needs you, and what ran last."
        actions={
          isEmpty ? undefined : (
            <Button appearance="primary" onClick={() => go(['imports', 'new'])}>
              Import customers
            </Button>
          )
        }
      />
      {error && <Failure error={error} onRetry={reload} />}
      {!data && !error && <Skeleton lines={7} label="Loading the overview" />}
      {isEmpty && <NoImports />}
      {data && !isEmpty && (
        <Stack space="space.400">
          <RunningNow jobs={runningOf(data.jobs)} />
          <NeedsAttention jobs={attentionOf(data.jobs)} />
          <Section title="Recent imports">
            <JobTable jobs={recentOf(data.jobs)} label="Recent imports" />
            {data.total > recentOf(data.jobs).length && (
              <Inline>
                <TextLink to={['imports']}>All imports</TextLink>
              </Inline>
            )}
          </Section>
        </Stack>
      )}
    </Stack>
  );
}
