import { Inline, Stack, Text } from '@forge/react';
import React from 'react';
import type { DirectoryStatus } from '../../../contract/directory';
import { ScanProgress } from '../directory/StatusLine';
import { countOf, formatExact } from '../../shared/format';
import { Section } from '../../shared/Section';
import { TextLink } from '../../shared/TextLink';
import { Summary } from './reports/Summary';

interface Props {
  status: DirectoryStatus;
  onStatus: (status: DirectoryStatus) => void;
}

/** How many customers and organizations the site has, as it was read last; nothing before that. */
export function Kept({ status, onStatus }: Props) {
  const { kept, scan } = status;
  if (kept === null && scan === null) return null;
  return (
    <Section title="Your site">
      <Stack space="space.100">
        {kept && (
          <Inline space="space.200" rowSpace="space.050" alignBlock="center" shouldWrap>
            <TextLink to={['customers']}>{countOf(kept.customers, 'customer')}</TextLink>
            <TextLink to={['organizations']}>{countOf(kept.organizations, 'organization')}</TextLink>
            <Text color="color.text.subtle">{`as of ${formatExact(kept.asOf)}`}</Text>
          </Inline>
        )}
        {kept && <Summary generation={kept.generation} />}
        <ScanProgress status={status} onStatus={onStatus} />
      </Stack>
    </Section>
  );
}
