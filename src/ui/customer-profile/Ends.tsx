import { Box, Inline, Lozenge, Text, xcss } from '@forge/react';
import React from 'react';
import type { ProfileEntitlement } from '../../contract/profile/views';
import { dayOf } from '../../domain/profile/expiry';
import { countIn } from '../../domain/profile/sources';
import { useNow } from '../shared/use-now';
import type { RestPart } from './use-rest';
import { endedWords, soonWords } from './words';

// Its room is there before it is known, so that nothing under it moves then.
const line = xcss({ minHeight: '20px' });

/**
 * Whether products are still supported, where an agent looks first: the products themselves stand below the details, which
 * can be many.
 */
export function Ends({ entitlements: { data, error, isLost } }: { entitlements: RestPart<ProfileEntitlement[]> }) {
  if (data === undefined && (error !== null || isLost)) return null;
  return <Box xcss={line}>{data !== undefined && <States entitlements={data} />}</Box>;
}

function States({ entitlements }: { entitlements: readonly ProfileEntitlement[] }) {
  const today = dayOf(useNow());
  const ended = countIn('ended', entitlements, today);
  const soon = countIn('soon', entitlements, today);
  if (ended === 0 && soon === 0) return <Text color="color.text.subtle">{quietWords(entitlements)}</Text>;
  return (
    <Inline space="space.050" rowSpace="space.050" alignBlock="center" shouldWrap>
      {ended > 0 && <Lozenge appearance="removed">{endedWords(ended)}</Lozenge>}
      {soon > 0 && <Lozenge appearance="moved">{soonWords(soon, ended === 0)}</Lozenge>}
    </Inline>
  );
}

function quietWords(entitlements: readonly ProfileEntitlement[]): string {
  if (entitlements.length === 0) return 'Not entitled to any product';
  // The site leaves out the field where it is closed to the person: then nothing has been seen of any end.
  return entitlements.every(({ endsOn }) => endsOn === null) ? 'No known end date' : 'No product has ended';
}
