import { Box, Button, Inline, Stack, Text, xcss } from '@forge/react';
import React, { useState } from 'react';
import type { Duplicates, Likeness } from '../../../../contract/directory-report';
import { countOf, formatCount } from '../../../shared/format';
import { Section } from '../../../shared/Section';
import { TextLink } from '../../../shared/TextLink';

const words: Readonly<Record<Likeness, string>> = {
  name: 'Same name and email domain',
  'external-id': 'Same External ID',
  address: 'Same email address in another spelling',
};

/** Groups that are shown before somebody asks for all that are told. */
const FIRST = 5;

/** Customers who may be one and the same, and who they are. */
export function DuplicatesSection({
  duplicates,
  hasValues,
}: {
  duplicates: readonly Duplicates[];
  hasValues: boolean;
}) {
  const told = duplicates.filter(({ by }) => by !== 'external-id' || hasValues);
  return (
    <Section title="Possible duplicates">
      {told.map((one) => (
        <Alike key={one.by} duplicates={one} />
      ))}
    </Section>
  );
}

const group = xcss({ width: '100%' });

function Alike({ duplicates: { by, groups, customers, shown } }: { duplicates: Duplicates }) {
  const [isAll, setAll] = useState(false);
  const listed = isAll ? shown : shown.slice(0, FIRST);
  return (
    <Stack space="space.100">
      <Text weight="semibold">{words[by]}</Text>
      <Text color="color.text.subtle">
        {groups === 0 ? 'None.' : `${countOf(groups, 'group')} of ${countOf(customers, 'customer')} in all.`}
      </Text>
      {listed.map(({ count, who }, at) => (
        <Box key={who[0]?.id ?? at} xcss={group}>
          <Inline space="space.200" rowSpace="space.050" shouldWrap>
            {who.map(({ id, name, email }) => (
              <TextLink key={id} to={['customers', id]}>
                {email === null ? name : `${name} (${email})`}
              </TextLink>
            ))}
            {count > who.length && (
              <Text color="color.text.subtle">{`and ${formatCount(count - who.length)} more`}</Text>
            )}
          </Inline>
        </Box>
      ))}
      {shown.length > listed.length && (
        <Inline>
          <Button spacing="compact" onClick={() => setAll(true)}>{`Show ${formatCount(shown.length)} groups`}</Button>
        </Inline>
      )}
      {isAll && groups > shown.length && (
        <Text color="color.text.subtle">{`The first ${formatCount(shown.length)} groups are shown.`}</Text>
      )}
    </Stack>
  );
}
