import React from 'react';
import * as v from 'valibot';
import { jobIdSchema } from '../../../../contract/resolvers/jobs';
import type { SectionProps } from '../../routes';
import { UnknownPage } from '../../UnknownPage';
import { EditRulePage, NewRulePage } from './EditRulePages';
import { RuleListPage } from './RuleListPage';
import { RulePage } from './RulePage';

/** `sync/rules`, `sync/rules/new`, `sync/rules/<rule>`, and `sync/rules/<rule>/edit`; the path begins behind `rules`. */
export function RulesSection({ path }: SectionProps) {
  const [first, second, ...rest] = path;
  if (rest.length > 0) return <UnknownPage />;
  if (first === undefined) return <RuleListPage />;
  if (first === 'new') return second === undefined ? <NewRulePage /> : <UnknownPage />;
  if (!v.is(jobIdSchema, first)) return <UnknownPage />;
  if (second === undefined) return <RulePage key={first} ruleId={first} />;
  return second === 'edit' ? <EditRulePage key={first} ruleId={first} /> : <UnknownPage />;
}
