import { Box, Inline, ProgressBar, Stack, Text, xcss } from '@forge/react';
import React from 'react';
import type { DetailEntity } from '../../../contract/details';
import { MAX_FIELDS } from '../../../domain/fields/limits';
import { call } from '../../shared/call';
import { formatCount } from '../../shared/format';
import { Loaded } from '../../shared/Loaded';
import { Section } from '../../shared/Section';
import { TextLink } from '../../shared/TextLink';
import { useResource } from '../../shared/use-resource';
import { type FieldTab, fieldTabs } from '../fields/words';

const column = xcss({ width: '28%', minWidth: '180px', flexGrow: 1 });

const load = () => call('fields.slots', {});

/** How full the detail fields of the three entities are: a site takes 50 of each. */
export function FieldSlots() {
  const slots = useResource(load);
  return (
    <Section title="Detail fields">
      <Loaded resource={slots} lines={1} label="Counting detail fields">
        {(data) => (
          <Inline space="space.400" rowSpace="space.200" shouldWrap>
            {fieldTabs.map((tab) => (
              <Box key={tab.slug} xcss={column}>
                <Slots tab={tab} used={usedOf(data.slots, tab.entity)} />
              </Box>
            ))}
          </Inline>
        )}
      </Loaded>
    </Section>
  );
}

const usedOf = (slots: readonly { entity: DetailEntity; used: number }[], entity: DetailEntity): number =>
  slots.find((one) => one.entity === entity)?.used ?? 0;

function Slots({ tab: { slug, title }, used }: { tab: FieldTab; used: number }) {
  const words = `${formatCount(used)} of ${MAX_FIELDS} used`;
  return (
    <Stack space="space.100">
      <Inline spread="space-between" space="space.100">
        <TextLink to={['fields', slug]}>{title}</TextLink>
        <Text color="color.text.subtle">{used < MAX_FIELDS ? words : `${words}: full`}</Text>
      </Inline>
      <ProgressBar value={Math.min(1, used / MAX_FIELDS)} ariaLabel={`Fields for ${title.toLowerCase()}: ${words}`} />
    </Stack>
  );
}
