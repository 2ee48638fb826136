import { Stack } from '@forge/react';
import React from 'react';
import { Page } from '../../shared/Page';
import { Section } from '../../shared/Section';
import type { HolderFinding } from './addresses';
import { FindHolderForm } from './FindHolderForm';
import { FoundCustomerHolders } from './FoundCustomerHolders';
import { FoundOrganizationHolders } from './FoundOrganizationHolders';

/** Entitlements are looked at holder by holder: this finds the holder. */
export function FindHolderPage({ finding }: { finding: HolderFinding | null }) {
  return (
    <Page
      title="Entitlements"
      purpose="What customers and organizations are entitled to. Your site lists entitlements by holder, so find the customer or organization first."
    >
      <Stack space="space.400">
        <FindHolderForm finding={finding} />
        {finding && (
          <Section title="Results">
            {finding.entity === 'customer' ? (
              <FoundCustomerHolders finding={finding} />
            ) : (
              <FoundOrganizationHolders text={finding.text} />
            )}
          </Section>
        )}
      </Stack>
    </Page>
  );
}
