import { Box, Inline, Stack, xcss } from '@forge/react';
import React from 'react';
import type { ResponseOf } from '../../../contract/resolvers';
import { Loaded } from '../../shared/Loaded';
import { Section } from '../../shared/Section';
import { TextLink } from '../../shared/TextLink';
import type { Resource } from '../../shared/use-resource';
import { JobTable } from '../imports/JobTable';
import { NeedsAttention } from './NeedsAttention';
import { recentOf } from './overview-jobs';
import { RunningNow } from './RunningNow';

/** Half of a wide page, and all of a narrow one. */
const half = xcss({ width: '45%', minWidth: '260px', flexGrow: 1 });

/** What runs, what needs someone, and what ran last. */
export function Jobs({ latest }: { latest: Resource<ResponseOf<'jobs.list'>> }) {
  return (
    <Stack space="space.400">
      <Inline space="space.400" rowSpace="space.300" shouldWrap>
        <Box xcss={half}>
          <Section title="Running now">
            <Loaded resource={latest} lines={2} label="Loading imports">
              {({ jobs }) => <RunningNow latest={jobs} />}
            </Loaded>
          </Section>
        </Box>
        <Box xcss={half}>
          <NeedsAttention />
        </Box>
      </Inline>
      {latest.data && <RecentJobs {...latest.data} />}
    </Stack>
  );
}

function RecentJobs({ jobs, total }: ResponseOf<'jobs.list'>) {
  const recent = recentOf(jobs);
  return (
    <Section title="Recent imports">
      <JobTable jobs={recent} label="Recent imports" />
      {total > recent.length && (
        <Inline>
          <TextLink to={['imports']}>All imports</TextLink>
        </Inline>
      )}
    </Section>
  );
}
