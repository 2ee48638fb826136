import { Box, Inline, Lozenge, Select, Spinner, Stack, Text, xcss } from '@forge/react';
import React from 'react';
import { isolated } from '../../../../domain/isolated';
import { callErrorOf } from '../../../shared/call-error';
import { type Choice, choicesOf, chosenValues } from '../../../shared/choice';
import { errorWords } from '../../../shared/error-words';
import { personWords } from '../../../shared/person-words';
import { RowAction } from '../../../shared/RowAction';
import type { Line, Standing } from './pasted-list';

interface Props {
  line: Line;
  onLeaveOut: () => void;
  onChoose: (customerId: string) => void;
}

const row = xcss({
  borderBottomWidth: 'border.width',
  borderBottomStyle: 'solid',
  borderBottomColor: 'color.border',
  paddingBlock: 'space.100',
});
// On a narrow page, what can be done stands under the person.
const who = xcss({ width: '60%', minWidth: '200px', flexGrow: 1 });

/** One of a pasted list: who they are on the site, or what is missing for that, with the text as it was written. */
export function PastedRow({ line, onLeaveOut, onChoose }: Props) {
  const { recipient, customer, standing, error } = line;
  const isOpen = standing !== 'added' && standing !== 'adding';
  return (
    <Box xcss={row}>
      <Stack space="space.075">
        <Inline spread="space-between" alignBlock="center" space="space.100" rowSpace="space.050" shouldWrap>
          <Box xcss={who}>
            <Text>{customer?.name || customer?.email || recipient.written}</Text>
            <Text color="color.text.subtle" size="small">
              {underWords(line)}
            </Text>
          </Box>
          <Inline alignBlock="center" space="space.100">
            <StandingMark standing={standing} name={recipient.written} />
            {isOpen && (
              <RowAction
                verb="Leave out"
                name={customer === null ? recipient.written : personWords(customer)}
                onClick={onLeaveOut}
              />
            )}
          </Inline>
        </Inline>
        {isOpen && <Candidates line={line} onChoose={onChoose} />}
        {error !== null && (
          <Text>{`${errorWords(callErrorOf(error)).quote} ${errorWords(callErrorOf(error)).advice}`}</Text>
        )}
      </Stack>
    </Box>
  );
}

/** The address, and the text where it says something else. */
function underWords({ customer, candidates, recipient, standing }: Line): string {
  if (candidates?.length === 1 && customer === null) return 'The name of the only customer found differs.';
  if (customer === null) return helpWords[standing] ?? '';
  const email = customer.email ?? 'Email not visible to you';
  const isSame = [customer.email, customer.name, customer.id, `${customer.name} <${customer.email ?? ''}>`].some(
    (known) => known?.toLowerCase() === recipient.written.toLowerCase(),
  );
  return isSame ? email : `${email} · from “${isolated(recipient.written)}”`;
}

const helpWords: Partial<Record<Standing, string>> = {
  unreadable: 'Use the format name@example.com.',
  nobody: 'No customer found. A new account can take minutes to appear in search.',
  several: 'More than one customer can be meant.',
};

function Candidates({ line, onChoose }: Pick<Props, 'line' | 'onChoose'>) {
  const { candidates, standing, key, chosenId, recipient } = line;
  if (candidates === null || (standing !== 'several' && chosenId === null)) return null;
  const choices: Choice[] = candidates.map((one) => ({ value: one.id, label: personWords(one) }));
  return (
    <Select
      inputId={`pasted-${key}`}
      aria-label={`Customer for ${recipient.written}`}
      placeholder="Choose a customer"
      options={choices}
      value={choicesOf(chosenId === null ? [] : [chosenId], choices)[0] ?? null}
      onChange={(chosen: unknown) => {
        const [id] = chosenValues(chosen);
        if (id !== undefined) onChoose(id);
      }}
    />
  );
}

const marks: Record<
  Exclude<Standing, 'looking' | 'adding'>,
  { words: string; look: 'default' | 'success' | 'removed' | 'moved' }
> = {
  unreadable: { words: 'Not an email address', look: 'removed' },
  nobody: { words: 'Not found', look: 'removed' },
  several: { words: 'Choose one', look: 'moved' },
  repeated: { words: 'Named before', look: 'default' },
  member: { words: 'Already in it', look: 'default' },
  found: { words: 'Found', look: 'default' },
  added: { words: 'Added', look: 'success' },
  failed: { words: 'Failed', look: 'removed' },
};

function StandingMark({ standing, name }: { standing: Standing; name: string }) {
  if (standing === 'looking') return <Spinner size="small" label={`Finding ${name}`} />;
  if (standing === 'adding') return <Spinner size="small" label={`Adding ${name}`} />;
  const { words, look } = marks[standing];
  return <Lozenge appearance={look}>{words}</Lozenge>;
}
