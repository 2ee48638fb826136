import { Stack, Text } from '@forge/react';
import React from 'react';
import type { ShownFields } from '../../contract/profile/views';
import { DetailLine } from '../shared/details/DetailLine';
import { AbsentFields } from './AbsentFields';

/** Detail values to look at: what organizations and entitlements hold belongs to others, too, and is edited in the console. */
export function ReadOnlyDetails({ fields: { details, absent } }: { fields: ShownFields }) {
  if (details.length === 0 && absent.length === 0) return <Text color="color.text.subtle">No detail values.</Text>;
  return (
    <Stack space="space.025">
      {details.map(({ name, type, values }) => (
        <DetailLine key={name} name={name} type={type} values={values} />
      ))}
      <AbsentFields names={absent} />
    </Stack>
  );
}
