import { Button } from '@forge/react';
import React from 'react';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import type { Listing } from '../directory/address';
import { DirectoryList } from '../directory/DirectoryList';
import { NoDirectory } from '../directory/NoDirectory';
import { useStatus } from '../directory/use-status';
import { ListPage, PURPOSE } from './ListPage';

/** All organizations with what is known of them, once the site has been read; before, the list that the site gives. */
export function DirectoryPage({ listing }: { listing: Listing }) {
  const { go } = useNavigation();
  const status = useStatus();
  const { data } = status;
  if (data?.kept === null)
    return <ListPage page={0} below={<NoDirectory entity="organization" status={data} onStatus={status.replace} />} />;
  return (
    <Page
      title="Organizations"
      purpose={PURPOSE}
      actions={
        <Button appearance="primary" onClick={() => go(['organizations', 'new'])}>
          Create organization
        </Button>
      }
    >
      <Loaded resource={status} lines={8} label="Loading organizations">
        {(loaded) =>
          loaded.kept && (
            <DirectoryList
              entity="organization"
              listing={listing}
              status={loaded}
              kept={loaded.kept}
              onStatus={status.replace}
            />
          )
        }
      </Loaded>
    </Page>
  );
}
