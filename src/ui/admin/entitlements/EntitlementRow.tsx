import { Box, Inline, Lozenge, Stack, Text, xcss } from '@forge/react';
import React from 'react';
import type { EntitlementView } from '../../../contract/entitlements';
import { isolated } from '../../../domain/isolated';
import { valuesWords } from '../../shared/details/value-words';
import { RowAction } from '../../shared/RowAction';
import { TextLink } from '../../shared/TextLink';
import { profilePath, type NamedHolder } from './holder';

interface EntitlementRowProps {
  entitlement: EntitlementView;
  holder: NamedHolder;
  onRevoke: () => void;
}

const row = xcss({
  borderBottomWidth: 'border.width',
  borderBottomStyle: 'solid',
  borderBottomColor: 'color.border',
  paddingBlockEnd: 'space.150',
});

/** One entitlement: the product, where it is inherited from, what it holds in short. */
export function EntitlementRow({ entitlement, holder, onRevoke }: EntitlementRowProps) {
  const { id, product, heldBy } = entitlement;
  const isInherited = heldBy.entity !== holder.entity || heldBy.id !== holder.id;
  return (
    <Box xcss={row}>
      <Stack space="space.050">
        <Inline spread="space-between" alignBlock="center" space="space.100">
          <Inline space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
            <TextLink to={['entitlements', id]}>{product.name}</TextLink>
            {isInherited && <Lozenge>Inherited</Lozenge>}
            {isInherited && (
              <TextLink to={profilePath(heldBy)}>{`from ${isolated(heldBy.name ?? heldBy.id)}`}</TextLink>
            )}
          </Inline>
          {!isInherited && <RowAction verb="Revoke" name={product.name} onClick={onRevoke} />}
        </Inline>
        <Text color="color.text.subtle" maxLines={2}>
          {valuesInShort(entitlement)}
        </Text>
      </Stack>
    </Box>
  );
}

function valuesInShort({ details }: EntitlementView): string {
  const filled = details.filter(({ values }) => values.length > 0);
  if (filled.length === 0) return 'No detail values';
  return filled
    .map(({ name, type, values }) => `${isolated(name)}: ${isolated(valuesWords(type, values))}`)
    .join(' · ');
}
