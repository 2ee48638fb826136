import { Button, Heading, Inline, Lozenge, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { Person } from '../../contract/profile/views';
import { breakable } from '../shared/format';
import { type ChosenPerson, Menu } from './Menu';

interface Props {
  issueKey: string;
  /** Null where the issue names nobody. */
  person: Person | null;
  /** As the site's customers know them; null for somebody who is no customer. */
  customerName: string | null;
  onChoose: (person: ChosenPerson) => void;
}

/** Who it is, and the way to the others of the issue. */
export function PersonHeader({ issueKey, person, customerName, onChoose }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Stack space="space.100">
      <Stack space="space.050">
        <Inline spread="space-between" alignBlock="start" space="space.100">
          <Heading as="h2" size="small">
            {breakable(customerName ?? person?.name ?? 'No reporter')}
          </Heading>
          <Button
            appearance="subtle"
            spacing="compact"
            iconAfter={isOpen ? 'chevron-up' : 'chevron-down'}
            isSelected={isOpen}
            onClick={() => setOpen((now) => !now)}
          >
            People
          </Button>
        </Inline>
        {person !== null && <EmailLine email={person.email} isCustomer={customerName !== null} />}
        {person?.isActive === false && (
          <Inline>
            <Lozenge appearance="removed">Account closed</Lozenge>
          </Inline>
        )}
      </Stack>
      {isOpen && (
        <Menu issueKey={issueKey} shownId={person?.id ?? null} isCustomer={customerName !== null} onChoose={onChoose} />
      )}
    </Stack>
  );
}

/** Of somebody who is no customer it is not missed. */
function EmailLine({ email, isCustomer }: { email: string | null; isCustomer: boolean }) {
  if (email !== null) return <Text color="color.text.subtle">{email}</Text>;
  return isCustomer ? (
    <Text size="small" color="color.text.subtle">
      E-mail address not shown to you
    </Text>
  ) : null;
}
