import React from 'react';
import type { SectionProps } from '../routes';
import { UnknownPage } from '../UnknownPage';
import { placeOf } from './addresses';
import { EntitlementPage } from './EntitlementPage';
import { FindHolderPage } from './FindHolderPage';
import { HolderPage } from './HolderPage';
import { ListPage } from './ListPage';

/**
 * `entitlements`, `entitlements/list/…`, `entitlements/find/<customer or organization>/<words>`, `entitlements/customer/<id>` and
 * `entitlements/organization/<id>`, both also of one product with `/product/<id>`, and `entitlements/<id>`.
 */
export function EntitlementsSection({ path }: SectionProps) {
  const place = placeOf(path);
  switch (place?.place) {
    case undefined:
      return <UnknownPage />;
    case 'list':
      return <ListPage listing={place.listing} />;
    case 'find': {
      const { finding } = place;
      return <FindHolderPage key={finding === null ? '' : `${finding.entity} ${finding.text}`} finding={finding} />;
    }
    case 'holder':
      return <HolderPage key={`${place.holder.entity} ${place.holder.id}`} {...place} />;
    case 'entitlement':
      return <EntitlementPage key={place.id} id={place.id} />;
  }
}
