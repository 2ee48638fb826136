import { List, ListItem, Text } from '@forge/react';
import React, { useCallback } from 'react';
import { call } from '../../shared/call';
import { Loaded } from '../../shared/Loaded';
import { TextLink } from '../../shared/TextLink';
import { useResource } from '../../shared/use-resource';
import { FoundByWords } from '../organizations/FoundByWords';
import { holderPath } from './addresses';

const toHolder = (id: string): readonly string[] => holderPath({ entity: 'organization', id });

/** Organizations that were found, each with the way to its entitlements. A number is looked for as an id, or a whole name. */
export function FoundOrganizationHolders({ text }: { text: string }) {
  return /^\d{1,15}$/.test(text) ? <ByNumber number={text} /> : <FoundByWords words={text} to={toHolder} />;
}

function ByNumber({ number }: { number: string }) {
  const load = useCallback(() => call('organizations.find', { wanted: [number] }), [number]);
  const found = useResource(load);
  return (
    <Loaded resource={found} lines={2} label="Finding the organization">
      {({ organizations }) =>
        organizations.length === 0 ? (
          <Text color="color.text.subtle">{`No organization has the ID or name ${number}.`}</Text>
        ) : (
          <List type="unordered">
            {organizations.map(({ id, name }) => (
              <ListItem key={id}>
                <TextLink to={toHolder(id)}>{name}</TextLink>
              </ListItem>
            ))}
          </List>
        )
      }
    </Loaded>
  );
}
