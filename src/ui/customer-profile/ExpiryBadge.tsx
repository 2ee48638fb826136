import { Lozenge } from '@forge/react';
import React from 'react';
import { dayOf, expiryOf } from '../../domain/profile/expiry';
import { expiryWords } from './words';

const appearances = { ended: 'removed', soon: 'moved', later: 'default' } as const;

/** When an entitlement ends, on the calendar of whoever looks; nothing for what is no day. `now` in milliseconds since 1970. */
export function ExpiryBadge({ endsOn, now }: { endsOn: string; now: number }) {
  const expiry = expiryOf(endsOn, dayOf(now));
  return expiry && <Lozenge appearance={appearances[expiry.state]}>{expiryWords(expiry, endsOn)}</Lozenge>;
}
