import { Inline } from '@forge/react';
import React from 'react';
import { Section } from '../../shared/Section';
import { TextLink } from '../../shared/TextLink';

const ways = [
  { to: ['customers'], words: 'Find a customer' },
  { to: ['customers', 'new'], words: 'Create a customer' },
  { to: ['organizations', 'new'], words: 'Create an organization' },
  { to: ['products', 'new'], words: 'Create products' },
  { to: ['entitlements'], words: 'See who is entitled to what' },
  { to: ['fields', 'customers', 'new'], words: 'Create a detail field' },
  { to: ['requests'], words: 'Send a request' },
] as const;

/** What people come for most, one click away. */
export function QuickWays() {
  return (
    <Section title="Go to">
      <Inline space="space.300" rowSpace="space.100" shouldWrap>
        {ways.map(({ to, words }) => (
          <TextLink key={words} to={to}>
            {words}
          </TextLink>
        ))}
      </Inline>
    </Section>
  );
}
