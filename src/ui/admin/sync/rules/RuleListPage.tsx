import { Box, Button, EmptyState, Inline, Lozenge, Stack } from '@forge/react';
import React from 'react';
import type { RuleView } from '../../../../contract/rules';
import { call } from '../../../shared/call';
import { linkCell, numberCell, numberHead, textCell } from '../../../shared/cells';
import { formatCount, formatRelative } from '../../../shared/format';
import { Loaded } from '../../../shared/Loaded';
import { useNavigation } from '../../../shared/navigation';
import { Page } from '../../../shared/Page';
import { Table } from '../../../shared/Table';
import { TextLink } from '../../../shared/TextLink';
import { useNow } from '../../../shared/use-now';
import { useResource } from '../../../shared/use-resource';
import { countWords, nextWords, outcomeOf, stateOf } from './rule-words';

const load = () => call('rules.list', {});
const isMoving = ({ run, isPreviewed }: RuleView): boolean => (run === null ? !isPreviewed : run.phase !== 'approval');
const delay = ({ rules }: { rules: readonly RuleView[] }): number => (rules.some(isMoving) ? 5_000 : 60_000);

const head = {
  cells: [
    { key: 'name', content: 'Name', width: 22 },
    { key: 'product', content: 'Product', width: 20 },
    { key: 'granted', content: numberHead('Granted'), width: 10 },
    { key: 'last', content: 'Last run', width: 22 },
    { key: 'next', content: 'Next', width: 14 },
    { key: 'state', content: 'State', width: 12 },
  ],
};

/** The entitlement rules of the site. */
export function RuleListPage() {
  const { go } = useNavigation();
  const now = useNow();
  const found = useResource(load, delay);
  const isEmpty = found.data?.rules.length === 0;
  const create = (
    <Button appearance="primary" onClick={() => go(['sync', 'rules', 'new'])}>
      Create rule
    </Button>
  );
  return (
    <Stack space="space.300">
      <Inline>
        <TextLink to={['sync']}>← Sync</TextLink>
      </Inline>
      <Page
        title="Entitlement rules"
        purpose="Who is entitled to a product, kept true by itself."
        actions={isEmpty ? undefined : create}
      >
        <Loaded resource={found} lines={4} label="Loading rules">
          {({ rules }) =>
            rules.length === 0 ? (
              <EmptyState
                header="Entitle customers by a field of their organization"
                headingLevel={2}
                description="Say which organizations and which product. You see everyone it concerns before the rule is switched on."
                primaryAction={create}
              />
            ) : (
              <Table
                minWidth={760}
                label="Entitlement rules"
                head={head}
                rows={rules.map((rule) => rowOf(rule, now))}
              />
            )
          }
        </Loaded>
      </Page>
    </Stack>
  );
}

function rowOf(rule: RuleView, now: number) {
  const state = stateOf(rule);
  return {
    key: rule.id,
    cells: [
      { key: 'name', content: linkCell(rule.name, ['sync', 'rules', rule.id]) },
      { key: 'product', content: textCell(rule.product.name) },
      { key: 'granted', content: numberCell(formatCount(rule.granted)) },
      { key: 'last', content: textCell(lastWords(rule, now)) },
      { key: 'next', content: textCell(rule.mode === 'on' ? nextWords(rule) : '') },
      {
        key: 'state',
        content: (
          <Box>
            <Lozenge appearance={state.appearance}>{state.words}</Lozenge>
          </Box>
        ),
      },
    ],
  };
}

function lastWords({ runs }: RuleView, now: number): string {
  const [last] = runs;
  if (last === undefined) return '';
  const changes = last.counts === null ? '' : countWords(last.counts, last.outcome === 'applied');
  return [formatRelative(last.endedAt, now), outcomeOf(last).words, changes]
    .filter((words) => words !== '')
    .join(' · ');
}
