import { Button, Inline, Link, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import type { SentRequest } from '../../../contract/requests';
import { CopyField } from '../../shared/CopyField';
import { useNavigation } from '../../shared/navigation';

/** A request that the site has taken, and the ways on from it. */
export function SentMessage({ request, onAnother }: { request: SentRequest; onAnother: () => void }) {
  const { go } = useNavigation();
  const { key, link, helpCenterId } = request;
  return (
    <Stack space="space.200">
      <SectionMessage appearance="success" title={`Your site accepted the request as ${key}`}>
        <Text>
          {link === null ? (
            key
          ) : (
            <Link href={link} openNewTab>
              {`Open ${key} in the help center`}
            </Link>
          )}
        </Text>
      </SectionMessage>
      <CopyField label="Key" text={key} />
      <Inline space="space.100" rowSpace="space.100" shouldWrap>
        <Button appearance="primary" autoFocus onClick={() => go(['requests', 'comment', helpCenterId, key])}>
          {`Comment on ${key}`}
        </Button>
        <Button onClick={onAnother}>Send another request</Button>
      </Inline>
    </Stack>
  );
}
