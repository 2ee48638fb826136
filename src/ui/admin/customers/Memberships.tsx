import { Box, Button, Inline, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { OrganizationName } from '../../../contract/customers';
import { isolated } from '../../../domain/isolated';
import { call } from '../../shared/call';
import { DangerModal } from '../../shared/DangerModal';
import { flagSuccess } from '../../shared/flag';
import { RowAction } from '../../shared/RowAction';
import { Section } from '../../shared/Section';
import { TextLink } from '../../shared/TextLink';
import { JoinModal } from './JoinModal';

interface Props {
  /** Of the customer. */
  id: string;
  /** The customer at the beginning of a sentence, with the address. */
  who: string;
  /** As the page loaded them. */
  organizations: readonly OrganizationName[];
  onMoved: () => void;
}

/** The organizations that a customer is in. What was changed here holds until the page loads the customer again. */
export function Memberships({ id, who, organizations, onMoved }: Props) {
  const [changed, setChanged] = useState<{ over: Props['organizations']; to: OrganizationName[] } | null>(null);
  const [isJoining, setJoining] = useState(false);
  const [leaving, setLeaving] = useState<OrganizationName | null>(null);
  const shown = changed?.over === organizations ? changed.to : organizations;
  const show = (to: OrganizationName[]) => {
    setChanged({ over: organizations, to });
    onMoved();
  };
  const leave = async (organization: OrganizationName) => {
    show((await call('customers.leave', { id, organizationId: organization.id })).organizations);
    flagSuccess('Removed from the organization', organization.name);
  };
  return (
    <Section title="Organizations" actions={<Button onClick={() => setJoining(true)}>Add to organization</Button>}>
      {shown.length === 0 ? (
        <Text color="color.text.subtle">Not in any organization.</Text>
      ) : (
        <Stack space="space.050">
          {shown.map((organization) => (
            <Inline key={organization.id} spread="space-between" alignBlock="center" space="space.100">
              <Box>
                <TextLink to={['organizations', organization.id]}>{organization.name}</TextLink>
              </Box>
              <RowAction
                verb="Remove"
                name={`from ${isolated(organization.name)}`}
                onClick={() => setLeaving(organization)}
              />
            </Inline>
          ))}
        </Stack>
      )}
      {isJoining && (
        <JoinModal
          id={id}
          who={who}
          held={shown.map((one) => one.id)}
          onJoined={show}
          onClose={() => setJoining(false)}
        />
      )}
      {leaving && (
        <DangerModal
          title={`Remove from ${isolated(leaving.name)}?`}
          verb="Remove from organization"
          onConfirm={() => leave(leaving)}
          onClose={() => setLeaving(null)}
        >
          <Text>{`${who} will no longer inherit entitlements from ${isolated(leaving.name)}. You can add them again.`}</Text>
        </DangerModal>
      )}
    </Section>
  );
}
