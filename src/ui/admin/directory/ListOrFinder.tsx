import { Stack } from '@forge/react';
import React from 'react';
import type { DirectoryStatus, ListedEntity } from '../../../contract/directory';
import { Loaded } from '../../shared/Loaded';
import { type Listing, sectionOf } from './address';
import { DirectoryList } from './DirectoryList';
import { NoDirectory } from './NoDirectory';
import { useStatus } from './use-status';

interface Props {
  entity: ListedEntity;
  listing: Listing;
  /** What finds some of them on the site, for as long as that was not read. */
  finder: React.ReactNode;
  /** What is said above the list. */
  above?: (kept: NonNullable<DirectoryStatus['kept']>) => React.ReactNode;
}

/** A list of the directory, once the site has been read; before, what finds some on the site, and the way to have it read. */
export function ListOrFinder({ entity, listing, finder, above }: Props) {
  const status = useStatus();
  return (
    <Loaded resource={status} lines={8} label={`Loading ${sectionOf(entity)}`}>
      {(data) =>
        data.kept === null ? (
          <Stack space="space.400">
            {finder}
            <NoDirectory entity={entity} status={data} onStatus={status.replace} />
          </Stack>
        ) : (
          <Stack space="space.300">
            {above?.(data.kept)}
            <DirectoryList entity={entity} listing={listing} status={data} kept={data.kept} onStatus={status.replace} />
          </Stack>
        )
      }
    </Loaded>
  );
}
