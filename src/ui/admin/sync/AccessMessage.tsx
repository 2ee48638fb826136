import { CodeBlock, Inline, SectionMessage, Stack, Tab, TabList, TabPanel, Tabs, Text } from '@forge/react';
import React from 'react';
import type { ResponseOf } from '../../../contract/resolvers';
import { CopyField } from '../../shared/CopyField';
import { TextLink } from '../../shared/TextLink';

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
  const curl = `curl --data-binary @export.csv -H "Authorization: Bearer ${token}" "${url}"`;
  const powerShell = `Invoke-RestMethod -Method Post -InFile export.csv -ContentType "text/csv; charset=utf-8" \`\n  -Headers @{ Authorization = "Bearer ${token}" } -Uri "${url}"`;
  const node = `node samples/deliver.mjs --url "${url}" --token ${token} export.csv`;
  return (
    <Stack space="space.100">
      <Tabs id="ways">
        <TabList>
          <Tab>curl</Tab>
          <Tab>PowerShell</Tab>
          <Tab>Node, any size</Tab>
        </TabList>
        <TabPanel>
          <CodeBlock language="text" text={curl} shouldWrapLongLines />
        </TabPanel>
        <TabPanel>
          <CodeBlock language="text" text={powerShell} shouldWrapLongLines />
        </TabPanel>
        <TabPanel>
          <CodeBlock language="text" text={node} shouldWrapLongLines />
        </TabPanel>
      </Tabs>
      <Text color="color.text.subtle">
        A request takes a CSV of up to 480,000 characters in UTF-8. Larger files and workbooks go packed and in parts:
        the script does that, and docs/sync.md shows how others do. Add “&test=1” to the address to see what a delivery
        would do.
      </Text>
    </Stack>
  );
}
