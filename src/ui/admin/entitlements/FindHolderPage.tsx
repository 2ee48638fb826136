import { Stack } from '@forge/react';
import React from 'react';
import { Page } from '../../shared/Page';
import { Section } from '../../shared/Section';
import { SOON_DAYS } from '../../../domain/profile/expiry';
import { ListLinks } from '../directory/ListLinks';
import type { HolderFinding } from './addresses';
import { ExportEntitlements } from './ExportEntitlements';
import { FindHolderForm } from './FindHolderForm';
import { FoundCustomerHolders } from './FoundCustomerHolders';
import { FoundOrganizationHolders } from './FoundOrganizationHolders';

const endingLists = [
  { filter: { by: 'ended' }, words: 'whose entitlement has ended' },
  { filter: { by: 'ends', days: SOON_DAYS }, words: `whose entitlement ends in ${SOON_DAYS} days` },
] as const;

/** Entitlements are looked at holder by holder: this finds the holder. */
export function FindHolderPage({ finding }: { finding: HolderFinding | null }) {
  return (
    <Page
      title="Entitlements"
      purpose="What customers and organizations are entitled to. Your site lists entitlements by holder, so find the customer or organization first."
    >
      <Stack space="space.400">
        <FindHolderForm finding={finding} />
        {finding === null && <ListLinks lists={endingLists} />}
        {finding === null && <ExportEntitlements />}
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
