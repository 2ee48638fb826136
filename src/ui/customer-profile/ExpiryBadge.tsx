import { Lozenge } from '@forge/react';
import React from 'react';
import { expiryOf } from '../../domain/profile/expiry';
import { expiryWords } from './words';

const appearances = { ended: 'removed', soon: 'moved', later: 'default' } as const;

/** When an entitlement ends; nothing for what is no day. Both as YYYY-MM-DD, `today` on the calendar of whoever looks. */
export function ExpiryBadge({ endsOn, today }: { endsOn: string; today: string }) {
  const expiry = expiryOf(endsOn, today);
  return expiry && <Lozenge appearance={appearances[expiry.state]}>{expiryWords(expiry, endsOn)}</Lozenge>;
}
