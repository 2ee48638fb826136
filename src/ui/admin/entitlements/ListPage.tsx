import { Text } from '@forge/react';
import React from 'react';
import type { DirectoryStatus } from '../../../contract/directory';
import { Page } from '../../shared/Page';
import type { Listing } from '../directory/address';
import { ListOrFinder } from '../directory/ListOrFinder';
import { FindHolderForm } from './FindHolderForm';

/** All entitlements, once the site has been read; before, the way to find those of one holder. */
export function ListPage({ listing }: { listing: Listing }) {
  return (
    <Page
      title="Entitlements"
      purpose="Who is entitled to which product, and until when. What customers inherit is listed with their organization."
    >
      <ListOrFinder
        entity="entitlement"
        listing={listing}
        finder={<FindHolderForm finding={null} />}
        above={(kept) => <Lacking kept={kept} />}
      />
    </Page>
  );
}

/** What the directory doesn't know of entitlements, and what to do about it. */
function Lacking({ kept }: { kept: NonNullable<DirectoryStatus['kept']> }) {
  const words = lackingWords(kept);
  return words === null ? null : <Text color="color.text.subtle">{words}</Text>;
}

function lackingWords({ hasValues, endField, hasEntitlementValues }: NonNullable<DirectoryStatus['kept']>) {
  if (!hasValues)
    return 'The directory keeps no detail values, so it doesn’t know when entitlements end. Settings say what it keeps.';
  if (!hasEntitlementValues) return 'Detail values of entitlements show here after the next refresh.';
  return endField === null
    ? 'The app doesn’t know when entitlements end. Choose a date field for that in Settings, then refresh.'
    : null;
}
