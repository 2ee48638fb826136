import { Stack, Text } from '@forge/react';
import React from 'react';
import type { FieldRule } from '../../../../contract/profile/settings';
import { moved } from '../../../../domain/moved';
import { Section } from '../../../shared/Section';
import { RuleLine } from './RuleLine';

interface Props {
  title: string;
  help: string;
  rules: readonly FieldRule[];
  isEditable?: boolean;
  onChange: (change: (now: FieldRule[]) => FieldRule[]) => void;
}

/** The fields of one entity: which show, and in which order. */
export function FieldRules({ title, help, rules, isEditable = false, onChange }: Props) {
  return (
    <Section title={title}>
      <Text color="color.text.subtle">{rules.length === 0 ? 'Your site has no such fields yet.' : help}</Text>
      <Stack space="space.050">
        {rules.map((rule, index) => (
          <RuleLine
            key={rule.name}
            rule={rule}
            isFirst={index === 0}
            isLast={index === rules.length - 1}
            isEditable={isEditable}
            onChange={(part) =>
              onChange((now) => now.map((each) => (each.name === rule.name ? { ...each, ...part } : each)))
            }
            onMove={(by) => onChange((now) => moved(now, ({ name }) => name === rule.name, by))}
          />
        ))}
      </Stack>
    </Section>
  );
}
