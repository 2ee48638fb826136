import { Button, SectionMessage, Stack, Text } from '@forge/react';
import React, { useCallback } from 'react';
import { call } from '../../shared/call';
import { countOf } from '../../shared/format';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { Section } from '../../shared/Section';
import { useResource } from '../../shared/use-resource';
import type { OrganizationFinding } from './addresses';
import { FindForm } from './FindForm';
import { PURPOSE } from './ListPage';
import { FoundByWords } from './FoundByWords';
import { OrganizationTable } from './OrganizationTable';

/** What one way of finding organizations has found. */
export function FoundPage({ finding }: { finding: OrganizationFinding }) {
  const { go } = useNavigation();
  return (
    <Page
      title="Organizations"
      purpose={PURPOSE}
      actions={
        <Button appearance="primary" onClick={() => go(['organizations', 'new'])}>
          Create organization
        </Button>
      }
    >
      <Stack space="space.300">
        <FindForm finding={finding} />
        <Section title="Results">
          {finding.by === 'words' ? (
            <FoundByWords words={finding.wanted[0] ?? ''} />
          ) : (
            <FoundByNames wanted={finding.wanted} />
          )}
        </Section>
      </Stack>
    </Page>
  );
}

function FoundByNames({ wanted }: { wanted: readonly string[] }) {
  const load = useCallback(() => call('organizations.find', { wanted: [...wanted] }), [wanted]);
  const found = useResource(load);
  return (
    <Loaded resource={found} lines={4} label="Finding organizations">
      {({ organizations, missing }) => (
        <Stack space="space.150">
          {missing.length > 0 && (
            <SectionMessage appearance="information" title="No organization has this name or ID">
              {missing.map((one) => (
                <Text key={one}>{one}</Text>
              ))}
            </SectionMessage>
          )}
          {organizations.length > 0 && <OrganizationTable label="Organizations found" organizations={organizations} />}
          <Text color="color.text.subtle">{`${countOf(organizations.length, 'organization')} found.`}</Text>
        </Stack>
      )}
    </Loaded>
  );
}
