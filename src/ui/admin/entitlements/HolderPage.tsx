import { Inline, Stack } from '@forge/react';
import React, { useCallback } from 'react';
import type { EntitlementHolder } from '../../../contract/entitlements';
import { call } from '../../shared/call';
import { Loaded } from '../../shared/Loaded';
import { Page } from '../../shared/Page';
import { TextLink } from '../../shared/TextLink';
import { useResource } from '../../shared/use-resource';
import { Entitlements } from './Entitlements';
import { profilePath } from './holder';
import { ProductFilter } from './ProductFilter';

interface Props {
  holder: EntitlementHolder;
  /** The one product whose entitlements are shown; null for all. */
  productId: string | null;
}

const purposes = {
  customer: 'What this customer is entitled to, directly and through their organizations.',
  organization: 'What this organization, and every customer in it, is entitled to.',
} as const;

/** The entitlements of one customer or organization. */
export function HolderPage({ holder, productId }: Props) {
  const { entity, id } = holder;
  const load = useCallback(() => call('entitlements.holder', { holder: { entity, id } }), [entity, id]);
  const named = useResource(load);
  return (
    <Stack space="space.300">
      <Inline>
        <TextLink to={['entitlements']}>← Entitlements</TextLink>
      </Inline>
      <Page title={named.data?.name ?? 'Entitlements'} purpose={purposes[entity]}>
        <Loaded resource={named} lines={6} label="Loading entitlements">
          {({ name, email }) => (
            <Stack space="space.300">
              <Inline>
                <TextLink to={profilePath(holder)}>{`View ${entity}`}</TextLink>
              </Inline>
              <ProductFilter holder={holder} productId={productId} />
              {/* What was shown of another product says nothing of this one. */}
              <Entitlements key={productId} holder={{ ...holder, name, email }} productId={productId ?? undefined} />
            </Stack>
          )}
        </Loaded>
      </Page>
    </Stack>
  );
}
