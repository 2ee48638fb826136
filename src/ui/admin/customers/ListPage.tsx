import { Button } from '@forge/react';
import React from 'react';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import type { Listing } from '../directory/address';
import { ListOrFinder } from '../directory/ListOrFinder';
import { FindForm } from './FindForm';

/** All customers, once the site has been read; before, the ways to find some. */
export function ListPage({ listing }: { listing: Listing }) {
  const { go } = useNavigation();
  return (
    <Page
      title="Customers"
      purpose="View and edit customers: their accounts, detail values, organizations and entitlements."
      actions={
        <Button appearance="primary" onClick={() => go(['customers', 'new'])}>
          Create customer
        </Button>
      }
    >
      <ListOrFinder entity="customer" listing={listing} finder={<FindForm query={null} />} />
    </Page>
  );
}
