import { Button, Stack } from '@forge/react';
import React from 'react';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import type { Listing } from '../directory/address';
import { DirectoryList } from '../directory/DirectoryList';
import { NoDirectory } from '../directory/NoDirectory';
import { useStatus } from '../directory/use-status';
import { FindForm } from './FindForm';

/** All customers, once the site has been read; before, the ways to find some. */
export function ListPage({ listing }: { listing: Listing }) {
  const { go } = useNavigation();
  const status = useStatus();
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
      <Loaded resource={status} lines={8} label="Loading customers">
        {(data) =>
          data.kept === null ? (
            <Stack space="space.400">
              <FindForm query={null} />
              <NoDirectory entity="customer" status={data} onStatus={status.replace} />
            </Stack>
          ) : (
            <DirectoryList
              entity="customer"
              listing={listing}
              status={data}
              kept={data.kept}
              onStatus={status.replace}
            />
          )
        }
      </Loaded>
    </Page>
  );
}
