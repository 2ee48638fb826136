import { Icon, Inline, Stack, Text } from '@forge/react';
import React from 'react';
import type { JobSummary } from '../../../contract/jobs';
import { countOf } from '../../shared/format';
import { Section } from '../../shared/Section';
import { TextLink } from '../../shared/TextLink';
import { unsuccessfulRows } from '../imports/job/job-words';

const why = (job: JobSummary): string =>
  job.state === 'needs-attention'
    ? 'has stopped and waits for you'
    : `${countOf(unsuccessfulRows(job), 'row')} not done`;

/** Jobs that wait for a person, each with its way there. */
export function NeedsAttention({ jobs }: { jobs: readonly JobSummary[] }) {
  return (
    <Section title="Needs attention">
      {jobs.length === 0 ? (
        <Text color="color.text.subtle">Nothing.</Text>
      ) : (
        <Stack space="space.100">
          {jobs.map((job) => (
            <Inline key={job.id} space="space.100" alignBlock="center" shouldWrap>
              <Icon glyph="warning" color="color.icon.warning" label="" size="small" />
              <TextLink to={['imports', job.id]}>{job.name}</TextLink>
              <Text>{why(job)}</Text>
            </Inline>
          ))}
        </Stack>
      )}
    </Section>
  );
}
