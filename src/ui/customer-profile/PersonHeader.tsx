import { Box, Button, Heading, Inline, Lozenge, Stack, Text, xcss } from '@forge/react';
import React, { useState } from 'react';
import type { MenuPerson, Person } from '../../contract/profile/views';
import { breakable } from '../shared/format';
import { useFocusHandedOn } from '../shared/use-focus-handed-on';
import { Menu } from './Menu';

interface Props {
  issueKey: string;
  name: string;
  /** Null where the issue names nobody, and while the person is on the way. */
  person: Person | null;
  /** Whether they are, or may be, a customer, who has a page in the console. */
  canBeCustomer: boolean;
  /** More than nothing once the focus was to come here, and another number each time. */
  focusTurn: number;
  onChoose: (person: MenuPerson) => void;
}

const whole = xcss({ flexGrow: 1 });

/** Who it is, and the way to the others of the issue. */
export function PersonHeader({ issueKey, name, person, canBeCustomer, focusTurn, onChoose }: Props) {
  const [isOpen, setOpen] = useState(false);
  const focus = useFocusHandedOn();
  return (
    <Stack space="space.100">
      <Stack space="space.050">
        {/* Beside a long name there is no room for the button, which goes under it. */}
        <Inline alignInline="end" alignBlock="start" space="space.100" rowSpace="space.0" shouldWrap>
          <Box xcss={whole}>
            <Heading as="h2" size="small">
              {breakable(name)}
            </Heading>
          </Box>
          <Button
            // UI Kit gives the focus to what appears, and to nothing else.
            key={focusTurn}
            appearance="subtle"
            spacing="compact"
            autoFocus={focusTurn > 0}
            iconAfter={isOpen ? 'chevron-up' : 'chevron-down'}
            isSelected={isOpen}
            onClick={() => setOpen((now) => !now)}
            {...focus}
          >
            People
          </Button>
        </Inline>
        {person !== null && <EmailLine email={person.email} canBeCustomer={canBeCustomer} />}
        {person?.isActive === false && (
          <Inline>
            <Lozenge appearance="removed">Account closed</Lozenge>
          </Inline>
        )}
      </Stack>
      {isOpen && (
        <Menu issueKey={issueKey} shownId={person?.id ?? null} canBeCustomer={canBeCustomer} onChoose={onChoose} />
      )}
    </Stack>
  );
}

/** Of somebody who is no customer it is not missed. */
function EmailLine({ email, canBeCustomer }: { email: string | null; canBeCustomer: boolean }) {
  if (email !== null) return <Text color="color.text.subtle">{email}</Text>;
  return canBeCustomer ? (
    <Text size="small" color="color.text.subtle">
      Email not visible to you
    </Text>
  ) : null;
}
