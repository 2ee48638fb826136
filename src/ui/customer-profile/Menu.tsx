import { Box, Inline, Lozenge, Pressable, Stack, Text, xcss } from '@forge/react';
import React, { useCallback } from 'react';
import type { MenuPerson, ProfileMenu } from '../../contract/profile/views';
import { type CallError, callErrorOf } from '../shared/call-error';
import { Failure } from '../shared/Failure';
import { openConsole } from '../shared/open-console';
import { useResource } from '../shared/use-resource';
import { useCall } from './call';
import { Waiting } from './Waiting';

interface Props {
  issueKey: string;
  /** Whose profile is shown; null where the issue names no reporter. */
  shownId: string | null;
  canBeCustomer: boolean;
  onChoose: (person: MenuPerson) => void;
}

const box = xcss({
  padding: 'space.150',
  backgroundColor: 'color.background.neutral',
  borderRadius: 'radius.small',
});
const bare = xcss({ padding: 'space.025', backgroundColor: 'color.background.neutral.subtle', textAlign: 'start' });

/** Who else is on the issue, and for administrators the way into the console. Asked for only here: few need it. */
export function Menu({ issueKey, shownId, canBeCustomer, onChoose }: Props) {
  const call = useCall();
  const load = useCallback(() => call('profile.menu', { issueKey }), [call, issueKey]);
  const { data, error, isLoading, reload } = useResource(load);
  return (
    <Box xcss={box}>
      <Stack space="space.150">
        {data === null && error && (
          <Failure title="The people on this issue couldn’t be loaded" error={error} onRetry={reload} />
        )}
        {data === null && !error && <Waiting lines={2} label="Loading the people on this issue" />}
        {data && (
          <People
            menu={data}
            error={error}
            shownId={shownId}
            onChoose={onChoose}
            onRetry={reload}
            isRetrying={isLoading}
          />
        )}
        {data?.isAdministrator === true && <ConsoleLink customerId={canBeCustomer ? shownId : null} />}
      </Stack>
    </Box>
  );
}

interface PeopleProps {
  menu: ProfileMenu;
  /** Why those who are missing in it could not be loaded when that was tried last; null while it was not, or came through. */
  error: CallError | null;
  shownId: string | null;
  onChoose: (person: MenuPerson) => void;
  onRetry: () => void;
  isRetrying: boolean;
}

function People({ menu: { reporter, participants }, error, shownId, onChoose, ...retry }: PeopleProps) {
  const others = participants.ok ? participants.data.people : [];
  const names = [...others, ...(reporter === null ? [] : [reporter])].map(({ name }) => name);
  const isNamesake = ({ name }: MenuPerson): boolean => names.indexOf(name) !== names.lastIndexOf(name);
  return (
    <Stack space="space.050">
      {reporter !== null && (
        <PersonLine
          person={reporter}
          isShown={reporter.id === shownId}
          isNamesake={isNamesake(reporter)}
          onChoose={onChoose}
        >
          <Lozenge>Reporter</Lozenge>
        </PersonLine>
      )}
      {others.map((person) => (
        <PersonLine
          key={person.id}
          person={person}
          isShown={person.id === shownId}
          isNamesake={isNamesake(person)}
          onChoose={onChoose}
        />
      ))}
      {!participants.ok && (
        <Failure
          title="Other participants couldn’t be loaded"
          error={error ?? callErrorOf(participants.error)}
          {...retry}
        />
      )}
      {participants.ok && participants.data.hasMore && (
        <Text color="color.text.subtle">There are more participants. The issue lists them all.</Text>
      )}
      {participants.ok && reporter === null && others.length === 0 && <Text>There are no people on this issue.</Text>}
    </Stack>
  );
}

interface PersonLineProps {
  person: MenuPerson;
  isShown: boolean;
  /** Whether others of the issue have the same name: the address then tells them apart. */
  isNamesake: boolean;
  onChoose: (person: MenuPerson) => void;
  /** What is said of them beside their name. */
  children?: React.ReactNode;
}

function PersonLine({ person, isShown, isNamesake, onChoose, children }: PersonLineProps) {
  const address = isNamesake && person.email !== null && (
    <Text size="small" color="color.text.subtle">
      {person.email}
    </Text>
  );
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      {isShown ? (
        <Box xcss={bare}>
          <Text weight="semibold">{person.name}</Text>
          {address}
        </Box>
      ) : (
        <Pressable xcss={bare} onClick={() => onChoose(person)}>
          <Text color="color.link">{person.name}</Text>
          {address}
        </Pressable>
      )}
      {children}
    </Inline>
  );
}

/** Opens beside the issue, which stays where it is. */
function ConsoleLink({ customerId }: { customerId: string | null }) {
  return (
    <Pressable xcss={bare} onClick={() => openConsole(customerId === null ? ['customers'] : ['customers', customerId])}>
      <Text color="color.link">
        {customerId === null ? 'Open the CSM Console' : 'Open this customer in the CSM Console'}
      </Text>
    </Pressable>
  );
}
