import { Label, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { OrganizationName } from '../../../contract/customers';
import { ActionModal } from '../../shared/ActionModal';
import { call } from '../../shared/call';
import { flagSuccess } from '../../shared/flag';
import { useAction } from '../../shared/use-action';
import { OrganizationPicker } from './OrganizationPicker';

interface Props {
  /** Of the customer. */
  id: string;
  /** See `Memberships`. */
  who: string;
  /** Ids of the organizations that the customer is in. */
  held: readonly string[];
  onJoined: (organizations: OrganizationName[]) => void;
  onClose: () => void;
}

/** Puts a customer into one more organization. */
export function JoinModal({ id, who, held, onJoined, onClose }: Props) {
  const [chosen, setChosen] = useState<OrganizationName | null>(null);
  /** How often it was sent without one. */
  const [tries, setTries] = useState(0);
  const join = useAction(async () => {
    if (chosen === null) {
      setTries((before) => before + 1);
      return;
    }
    onJoined((await call('customers.join', { id, organizationId: chosen.id })).organizations);
    flagSuccess('Added to the organization', chosen.name);
    onClose();
  });
  return (
    <ActionModal title="Add to an organization" verb="Add to organization" action={join} onClose={onClose}>
      <Text>{`${who} will inherit the organization’s entitlements.`}</Text>
      <Stack>
        <Label labelFor="join-organization">Organization</Label>
        <OrganizationPicker
          key={tries}
          id="join-organization"
          autoFocus
          values={chosen === null ? [] : [chosen]}
          without={held}
          error={tries > 0 && chosen === null ? 'Choose an organization.' : null}
          onChange={([first = null]) => setChosen(first)}
        />
      </Stack>
    </ActionModal>
  );
}
