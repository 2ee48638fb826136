import { Box, Inline, Lozenge, Pressable, Stack, Text, xcss } from '@forge/react';
import React, { useCallback, useEffect } from 'react';
import type { ProfileMenu } from '../../contract/profile/views';
import { Failure } from '../shared/Failure';
import type { CallError } from '../shared/call-error';
import { openConsole } from '../shared/open-console';
import { PartFailure } from '../shared/PartFailure';
import { useResource } from '../shared/use-resource';
import { call } from './call';
import { Waiting } from './Waiting';

/** One of them, as far as another profile needs it. */
export type ChosenPerson = Pick<
  Extract<ProfileMenu['people'], { ok: true }>['data']['people'][number],
  'name' | 'pass'
>;

interface Props {
  issueKey: string;
  /** Whose profile is shown; null where the issue names no reporter. */
  shownId: string | null;
  /** Whether the person shown can be a customer, who has a page in the console. */
  isCustomer: boolean;
  onChoose: (person: ChosenPerson) => void;
  /** The issue is not shown any more to whoever looks. */
  onHidden: (error: CallError) => void;
}

const box = xcss({
  padding: 'space.150',
  backgroundColor: 'color.background.neutral',
  borderRadius: 'radius.small',
});
const bare = xcss({ padding: 'space.025', backgroundColor: 'color.background.neutral.subtle', textAlign: 'start' });

/** Who else is on the issue, and for administrators the way into the console. Asked for only here: few need it. */
export function Menu({ issueKey, shownId, isCustomer, onChoose, onHidden }: Props) {
  const load = useCallback(() => call('profile.menu', { issueKey }), [issueKey]);
  const { data, error, isLoading, reload } = useResource(load);
  useEffect(() => {
    if (error?.code === 'NOT_FOUND') onHidden(error);
  }, [error, onHidden]);
  return (
    <Box xcss={box}>
      <Stack space="space.150">
        {error && <Failure title="The people of the issue could not be loaded" error={error} onRetry={reload} />}
        {data === null && !error && <Waiting lines={2} label="Loading the people of the issue" />}
        {data && (
          <People people={data.people} shownId={shownId} onChoose={onChoose} onRetry={reload} isRetrying={isLoading} />
        )}
        {data?.isAdministrator === true && <ConsoleLink customerId={isCustomer ? shownId : null} />}
      </Stack>
    </Box>
  );
}

interface PeopleProps {
  people: ProfileMenu['people'];
  shownId: string | null;
  onChoose: (person: ChosenPerson) => void;
  onRetry: () => void;
  isRetrying: boolean;
}

function People({ people, shownId, onChoose, ...retry }: PeopleProps) {
  if (!people.ok) {
    const title = 'The people of the issue could not be loaded';
    return <PartFailure title={title} error={people.error} {...retry} />;
  }
  if (people.data.people.length === 0) return <Text>Nobody is on this issue.</Text>;
  return (
    <Stack space="space.050">
      {people.data.people.map(({ id, name, isReporter, pass }) => (
        <Inline key={id} space="space.100" alignBlock="center" shouldWrap>
          {id === shownId ? (
            <Box xcss={bare}>
              <Text weight="semibold">{name}</Text>
            </Box>
          ) : (
            <Pressable xcss={bare} onClick={() => onChoose({ name, pass })}>
              <Text color="color.link">{name}</Text>
            </Pressable>
          )}
          {isReporter && <Lozenge>Reporter</Lozenge>}
        </Inline>
      ))}
      {people.data.hasMore && <Text color="color.text.subtle">More take part: the issue lists them all.</Text>}
    </Stack>
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
