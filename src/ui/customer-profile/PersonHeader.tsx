import { Button, Heading, Inline, Lozenge, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { Person } from '../../contract/profile/views';
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
      <Inline spread="space-between" alignBlock="start" space="space.100">
        <Stack space="space.050">
          <Heading as="h2" size="small">
            {customerName ?? person?.name ?? 'No reporter'}
          </Heading>
          {person?.email != null && <Text color="color.text.subtle">{person.email}</Text>}
          {person?.isActive === false && <Lozenge appearance="removed">Account closed</Lozenge>}
        </Stack>
        <Button
          appearance="subtle"
          spacing="compact"
          iconAfter={isOpen ? 'chevron-up' : 'chevron-down'}
          isSelected={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Less' : 'More'}
        </Button>
      </Inline>
      {isOpen && (
        <Menu issueKey={issueKey} shownId={person?.id ?? null} isCustomer={customerName !== null} onChoose={onChoose} />
      )}
    </Stack>
  );
}
