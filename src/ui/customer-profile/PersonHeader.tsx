import { Button, Heading, Inline, Lozenge, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { PersonView } from '../../contract/profile/views';
import { canBeCustomer } from '../../domain/profile/person';
import type { CallError } from '../shared/call-error';
import { breakable } from '../shared/format';
import { type ChosenPerson, Menu } from './Menu';

interface Props {
  issueKey: string;
  /** What they are called until it is known what the site's customers know them as. */
  name: string;
  /** Null where the issue names nobody, and while the person is on the way. */
  view: PersonView | null;
  /** Whether somebody was just chosen here, whose name had the focus. */
  isFocused: boolean;
  onChoose: (person: ChosenPerson) => void;
  /** See `Menu`. */
  onHidden: (error: CallError) => void;
}

/** Who it is, and the way to the others of the issue. */
export function PersonHeader({ issueKey, name, view, isFocused, onChoose, onHidden }: Props) {
  const [isOpen, setOpen] = useState(false);
  const isCustomer = view !== null && canBeCustomer(view);
  const content = view?.customer.ok === true ? view.customer.data : null;
  return (
    <Stack space="space.100">
      <Stack space="space.050">
        <Inline spread="space-between" alignBlock="start" space="space.100">
          <Heading as="h2" size="small">
            {breakable(content?.name ?? name)}
          </Heading>
          <Button
            appearance="subtle"
            spacing="compact"
            autoFocus={isFocused}
            iconAfter={isOpen ? 'chevron-up' : 'chevron-down'}
            isSelected={isOpen}
            onClick={() => setOpen((now) => !now)}
          >
            People
          </Button>
        </Inline>
        {view !== null && <EmailLine email={view.person.email} isCustomer={isCustomer} />}
        {view?.person.isActive === false && (
          <Inline>
            <Lozenge appearance="removed">Account closed</Lozenge>
          </Inline>
        )}
      </Stack>
      {isOpen && (
        <Menu
          issueKey={issueKey}
          shownId={view?.person.id ?? null}
          isCustomer={isCustomer}
          onChoose={onChoose}
          onHidden={onHidden}
        />
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
