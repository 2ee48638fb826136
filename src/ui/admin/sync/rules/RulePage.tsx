import { Inline, SectionMessage, SectionMessageAction, Stack, Text } from '@forge/react';
import React, { useCallback } from 'react';
import type { RuleView } from '../../../../contract/rules';
import { call } from '../../../shared/call';
import { Failure } from '../../../shared/Failure';
import { flagSuccess } from '../../../shared/flag';
import { countOf } from '../../../shared/format';
import { Loaded } from '../../../shared/Loaded';
import { Page } from '../../../shared/Page';
import { Section } from '../../../shared/Section';
import { TextLink } from '../../../shared/TextLink';
import { useAction } from '../../../shared/use-action';
import { useResource } from '../../../shared/use-resource';
import { NamedChanges } from './NamedChanges';
import { coverWords, habitWords, nextWords, ruleWords } from './rule-words';
import { type FoundRule, RuleActions } from './RuleActions';
import { RuleRun } from './RuleRun';
import { RuleRunTable } from './RuleRunTable';
import { helpWords } from '../owner-words';

const delay = ({ rule: { run, isPreviewed, nextAt, parked } }: { rule: RuleView }): number => {
  const isMoving = run === null ? !isPreviewed || nextAt === 0 : run.phase !== 'approval';
  return isMoving && parked === null ? 4_000 : 30_000;
};

/** A rule: what it says, how it stands, what waits for a person, and what its runs have done. */
export function RulePage({ ruleId }: { ruleId: string }) {
  const load = useCallback(() => call('rules.get', { ruleId }), [ruleId]);
  const found = useResource(load, delay);
  const rule = found.data?.rule;
  return (
    <Stack space="space.300">
      <Inline>
        <TextLink to={['sync', 'rules']}>← Entitlement rules</TextLink>
      </Inline>
      <Page
        title={rule?.name ?? 'Entitlement rule'}
        purpose={rule === undefined ? 'Who is entitled to a product, kept true by itself.' : ruleWords(rule)}
        actions={rule && <RuleActions rule={rule} resource={found} />}
      >
        <Loaded resource={found} lines={8} label="Loading the rule">
          {({ rule: loaded }) => <RuleContent rule={loaded} resource={found} />}
        </Loaded>
      </Page>
    </Stack>
  );
}

function RuleContent({ rule, resource }: { rule: RuleView; resource: FoundRule }) {
  const [last] = rule.runs;
  return (
    <Stack space="space.400">
      {rule.parked && <Parked rule={rule} reason={rule.parked.reason} resource={resource} />}
      <Stack space="space.100">
        <Text>{habitWords(rule)}</Text>
        <Text color="color.text.subtle">
          {`${nextWords(rule)} ${countOf(rule.granted, 'entitlement')} granted by this rule. It acts as ${rule.owner.name}.`}
        </Text>
      </Stack>
      {rule.run && <RuleRun rule={rule} run={rule.run} onChanged={resource.replace} />}
      {rule.run === null && last?.outcome === 'preview' && last.counts !== null && (
        <Section title="Preview">
          <Text>{coverWords(last.counts)}</Text>
          <NamedChanges ruleId={rule.id} no={last.no} counts={last.counts} />
        </Section>
      )}
      {rule.run === null && last?.outcome === 'held' && (
        <SectionMessage appearance="error" title="The last run was held">
          <Text>{last.reason}</Text>
        </SectionMessage>
      )}
      <RuleRunTable runs={rule.runs} />
    </Stack>
  );
}

function Parked({ rule, reason, resource }: { rule: RuleView; reason: string; resource: FoundRule }) {
  const take = useAction(async () => {
    resource.replace(await call('rules.takeOver', { ruleId: rule.id }));
    flagSuccess('You have taken the rule over', 'It acts as you from now on.');
  });
  return (
    <Stack space="space.100">
      <SectionMessage
        appearance="error"
        title="The rule has stopped"
        actions={[
          <SectionMessageAction key="take" onClick={take.run}>
            Take it over
          </SectionMessageAction>,
        ]}
      >
        <Text>{reason}</Text>
        <Text>{helpWords(rule.owner, 'rule')}</Text>
      </SectionMessage>
      {take.error && <Failure error={take.error} />}
    </Stack>
  );
}
