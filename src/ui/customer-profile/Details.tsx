import { Lozenge, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { CustomerContent } from '../../contract/profile/views';
import { isolated } from '../../domain/isolated';
import { emptyFields } from '../../domain/profile/arrange';
import { CallError } from '../shared/call-error';
import { DetailValues } from '../shared/details/DetailValues';
import type { SaveValues } from '../shared/details/use-detail-edit';
import { enumerated } from '../shared/format';
import { AbsentFields } from './AbsentFields';
import { useCall } from './call';
import { Outdated } from './Outdated';
import { tell, useTold, valueChanged } from './told';
import { emptyWords } from './words';

interface Props {
  issueKey: string;
  customerId: string;
  content: CustomerContent;
  /** Loads the customer anew. */
  onReload: () => void;
  isReloading: boolean;
}

/** The detail values of the customer: what is missing first, then each value, edited in its place. */
export function Details({ issueKey, customerId, content: { fields, readOnly }, ...reloading }: Props) {
  const call = useCall();
  const [loaded, setLoaded] = useState(fields);
  const [details, setDetails] = useState(fields.details);
  const [isOutdated, setOutdated] = useState(false);
  if (loaded !== fields) {
    setLoaded(fields);
    setDetails(fields.details);
    setOutdated(false);
  }
  const save: SaveValues = async (change) => {
    try {
      return (await call('profile.set', { issueKey, customerId, ...change })).values;
    } catch (error) {
      const isGone = error instanceof CallError && error.code === 'CONFLICT' && error.present === undefined;
      if (isGone) setOutdated(true);
      throw error;
    }
  };
  const hold = (field: string, values: readonly string[]) =>
    setDetails((before) => before.map((each) => (each.name === field ? { ...each, values: [...values] } : each)));
  useTold(valueChanged, (change) => {
    if (change.customerId === customerId) hold(change.field, change.values);
  });
  return (
    <Stack space="space.100">
      <EmptyFields names={emptyFields(details)} all={details.length} />
      {isOutdated && <Outdated {...reloading} />}
      <DetailValues
        details={details}
        onSave={save}
        onHeld={(field, values) => {
          hold(field, values);
          tell(valueChanged, { customerId, field, values: [...values] });
        }}
        isReadOnly={(field) => readOnly.includes(field)}
        whenNone="No detail fields are shown here."
      />
      <AbsentFields names={fields.absent} />
    </Stack>
  );
}

/** So many names usually fit the lines that they have in the narrowest column. */
const NAMED = 8;

/** What is missing, at a glance. @param all how many fields are shown */
function EmptyFields({ names, all }: { names: readonly string[]; all: number }) {
  if (names.length === 0) return null;
  return (
    <Stack space="space.050" alignInline="start">
      <Lozenge appearance="moved">{emptyWords(names.length, all)}</Lozenge>
      {names.length < all && (
        <Text size="small" color="color.text.subtle" maxLines={4}>
          {enumerated(names.map(isolated), NAMED)}
        </Text>
      )}
    </Stack>
  );
}
