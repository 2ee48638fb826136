import { Button, Stack } from '@forge/react';
import React from 'react';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import type { Finding } from './find-path';
import { FindForm } from './FindForm';
import { FoundCustomers } from './FoundCustomers';

/** The ways to find customers, and what one of them has found. */
export function FindPage({ finding }: { finding: Finding | null }) {
  const { go } = useNavigation();
  return (
    <Page
      title="Customers"
      purpose="Find a customer to view and edit their account, detail values, organizations and entitlements."
      actions={
        <Button appearance="primary" onClick={() => go(['customers', 'new'])}>
          Create customer
        </Button>
      }
    >
      <Stack space="space.400">
        <FindForm query={finding?.query ?? null} />
        {finding && <FoundCustomers finding={finding} />}
      </Stack>
    </Page>
  );
}
