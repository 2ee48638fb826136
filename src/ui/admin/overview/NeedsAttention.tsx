import { Icon, Inline, Stack, Text } from '@forge/react';
import React from 'react';
import type { JobInNeed, UnreadableJob } from '../../../contract/jobs';
import type { ResponseOf } from '../../../contract/resolvers';
import { call } from '../../shared/call';
import { countOf } from '../../shared/format';
import { Loaded } from '../../shared/Loaded';
import { Section } from '../../shared/Section';
import { TextLink } from '../../shared/TextLink';
import { useResource } from '../../shared/use-resource';
import { nameOf } from '../imports/job/job-words';
import { attentionWords } from './overview-jobs';

type InNeed = ResponseOf<'jobs.attention'>;

/** All of the latest jobs are read for it: less often than the list of those that run. */
const POLL_MS = 20_000;

const load = () => call('jobs.attention', {});
const delay = ({ isMoving }: InNeed): number | null => (isMoving ? POLL_MS : null);

/** Jobs that wait for a person, each with its way there. */
export function NeedsAttention() {
  const found = useResource(load, delay);
  return (
    <Section title="Needs attention">
      <Loaded resource={found} lines={2} label="Loading imports that need attention">
        {({ jobs, total }) => (
          <Stack space="space.100">
            {total === 0 && <Text color="color.text.subtle">Nothing needs attention.</Text>}
            {jobs.map((job) => (
              <JobInNeedLine key={job.id} job={job} />
            ))}
            {total > jobs.length && (
              <Inline>
                <TextLink to={['imports']}>{`${countOf(total - jobs.length, 'more import')} →`}</TextLink>
              </Inline>
            )}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function JobInNeedLine({ job }: { job: JobInNeed | UnreadableJob }) {
  return (
    <Inline space="space.100" alignBlock="start">
      <Icon glyph="warning" color="color.icon.warning" label="" size="small" />
      <Stack>
        <TextLink to={['imports', job.id]} maxLines={1}>
          {nameOf(job)}
        </TextLink>
        <Text>{attentionWords(job)}</Text>
      </Stack>
    </Inline>
  );
}
