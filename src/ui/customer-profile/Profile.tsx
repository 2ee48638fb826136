import { Heading, Stack, Text } from '@forge/react';
import React, { useCallback } from 'react';
import { DetailValues } from '../shared/details/DetailValues';
import { Loaded } from '../shared/Loaded';
import { useResource } from '../shared/use-resource';
import { call } from './call';

/** The reporter of an issue, as a customer. */
export function Profile({ issueKey }: { issueKey: string }) {
  const load = useCallback(() => call('profile.open', { issueKey }), [issueKey]);
  const resource = useResource(load);
  return (
    <Loaded resource={resource} lines={6} label="Loading the customer">
      {({ reporter }) =>
        reporter === null ? (
          <Text>Nobody is named as the reporter of this issue.</Text>
        ) : (
          <Stack space="space.150">
            <Heading as="h2" size="small">
              {reporter.person.name}
            </Heading>
            {reporter.person.email !== null && <Text>{reporter.person.email}</Text>}

            {reporter.customer.ok && reporter.customer.data && (
              <DetailValues
                details={reporter.customer.data.fields.details}
                onSave={async (field, values, seen) => {
                  const customerId = reporter.person.id;
                  return (await call('profile.set', { issueKey, customerId, field, values, seen })).values;
                }}
              />
            )}
          </Stack>
        )
      }
    </Loaded>
  );
}
