import { CodeBlock, Inline, SectionMessage, Stack, Tab, TabList, TabPanel, Tabs, Text } from '@forge/react';
import React from 'react';
import type { ResponseOf } from '../../../contract/resolvers';
import { CopyField } from '../../shared/CopyField';
import { TextLink } from '../../shared/TextLink';
import { ways } from './ways-to-deliver';

interface Props {
  access: ResponseOf<'syncs.create'>;
  isNew: boolean;
}

/** The token of a sync, which is shown this once, and how it is used. */
export function AccessMessage({ access, isNew }: Props) {
  const { url, token, syncId } = access;
  return (
    <Stack space="space.300">
      <SectionMessage appearance="warning" title="Copy the token now">
        <Text>
          {isNew
            ? 'It’s shown this once. Whoever has it can deliver to this sync: keep it where your scripts keep secrets.'
            : 'It’s shown this once. The token before it is accepted for another 24 hours.'}
        </Text>
      </SectionMessage>
      <CopyField label="Token" text={token} />
      <CopyField label="Address" text={url} />
      <DeliveryLines url={url} token={token} />
      {isNew && (
        <Inline>
          <TextLink to={['sync', syncId]}>Open the sync →</TextLink>
        </Inline>
      )}
    </Stack>
  );
}

/** Lines that deliver a file, to copy. Without a token they say where it belongs. */
export function DeliveryLines({ url, token = '<token>' }: { url: string; token?: string }) {
  return (
    <Stack space="space.100">
      <Tabs id="ways">
        <TabList>
          {ways.map(({ name }) => (
            <Tab key={name}>{name}</Tab>
          ))}
        </TabList>
        {ways.map(({ name, lines }) => (
          <TabPanel key={name}>
            <CodeBlock language="text" text={lines({ url, token })} shouldWrapLongLines />
          </TabPanel>
        ))}
      </Tabs>
      <Text color="color.text.subtle">
        A request takes a CSV or JSON of up to 480,000 characters in UTF-8. Larger files, other encodings and workbooks
        go compressed and in parts, as the other scripts do. Add “&test=1” to the address to see what a delivery would
        do.
      </Text>
    </Stack>
  );
}
