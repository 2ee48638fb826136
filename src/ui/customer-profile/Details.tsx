import { Lozenge, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { CustomerContent } from '../../contract/profile/views';
import { isolated } from '../../domain/isolated';
import { emptyFields } from '../../domain/profile/arrange';
import { DetailValues } from '../shared/details/DetailValues';
import { AbsentFields } from './AbsentFields';
import { call } from './call';
import { tellChange, useChanges } from './value-changes';
import { emptyWords } from './words';

interface Props {
  issueKey: string;
  customerId: string;
  content: CustomerContent;
}

/** The detail values of the customer: what is missing first, then each value, edited in its place. */
export function Details({ issueKey, customerId, content: { fields, readOnly } }: Props) {
  const [loaded, setLoaded] = useState(fields);
  const [details, setDetails] = useState(fields.details);
  if (loaded !== fields) {
    setLoaded(fields);
    setDetails(fields.details);
  }
  const save = async (field: string, values: string[], seen: string[]): Promise<string[]> =>
    (await call('profile.set', { issueKey, customerId, field, values, seen })).values;
  const hold = (field: string, values: string[]) =>
    setDetails((before) => before.map((each) => (each.name === field ? { ...each, values } : each)));
  useChanges((change) => {
    if (change.customerId === customerId) hold(change.field, change.values);
  });
  const empty = emptyFields(details);
  return (
    <Stack space="space.100">
      {empty.length > 0 && (
        <Stack space="space.050" alignInline="start">
          <Lozenge appearance="moved">{emptyWords(empty.length, details.length)}</Lozenge>
          {empty.length < details.length && (
            <Text size="small" color="color.text.subtle" maxLines={3}>
              {empty.map(isolated).join(', ')}
            </Text>
          )}
        </Stack>
      )}
      <DetailValues
        details={details}
        onSave={save}
        onHeld={(field, values) => {
          hold(field, [...values]);
          tellChange({ customerId, field, values: [...values] });
        }}
        isReadOnly={(field) => readOnly.includes(field)}
        whenNone="None of the detail fields is shown here."
      />
      <AbsentFields names={fields.absent} />
    </Stack>
  );
}
