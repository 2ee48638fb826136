import { Icon, Inline, Stack, Text } from '@forge/react';
import React from 'react';
import type { ResponseOf } from '../../../contract/resolvers';
import type { RuleInNeed } from '../../../contract/rules';
import type { SyncInNeed } from '../../../contract/syncs';
import { call } from '../../shared/call';
import { countOf } from '../../shared/format';
import { Loaded } from '../../shared/Loaded';
import { Section } from '../../shared/Section';
import { TextLink } from '../../shared/TextLink';
import { useResource } from '../../shared/use-resource';
import { nameOf } from '../imports/job/job-words';
import { attentionWords, ruleNeedWords, syncWords } from './overview-jobs';

interface InNeed extends ResponseOf<'jobs.attention'> {
  syncs: readonly SyncInNeed[];
  rules: readonly RuleInNeed[];
}

/** All of the latest jobs are read for it: less often than the list of those that run. */
const POLL_MS = 20_000;

async function load(): Promise<InNeed> {
  const [jobs, { syncs }, { rules }] = await Promise.all([
    call('jobs.attention', {}),
    call('syncs.attention', {}),
    call('rules.attention', {}),
  ]);
  return { ...jobs, syncs, rules };
}
const delay = ({ isMoving }: InNeed): number | null => (isMoving ? POLL_MS : null);

/** Jobs, syncs and rules that wait for a person, each with its way there. */
export function NeedsAttention() {
  const found = useResource(load, delay);
  return (
    <Section title="Needs attention">
      <Loaded resource={found} lines={2} label="Loading what needs attention">
        {({ jobs, total, syncs, rules }) => (
          <Stack space="space.100">
            {total + syncs.length + rules.length === 0 && (
              <Text color="color.text.subtle">Nothing needs attention.</Text>
            )}
            {syncs.map((sync) => (
              <LineInNeed key={sync.id} to={['sync', sync.id]} name={sync.name} words={syncWords(sync)} />
            ))}
            {rules.map((rule) => (
              <LineInNeed key={rule.id} to={['sync', 'rules', rule.id]} name={rule.name} words={ruleNeedWords(rule)} />
            ))}
            {jobs.map((job) => (
              <LineInNeed key={job.id} to={['imports', job.id]} name={nameOf(job)} words={attentionWords(job)} />
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

/** Something that waits for a person, with the way there. */
function LineInNeed({ to, name, words }: { to: readonly string[]; name: string; words: string }) {
  return (
    <Inline space="space.100" alignBlock="start">
      <Icon glyph="warning" color="color.icon.warning" label="" size="small" />
      <Stack>
        <TextLink to={to} maxLines={1}>
          {name}
        </TextLink>
        <Text>{words}</Text>
      </Stack>
    </Inline>
  );
}
