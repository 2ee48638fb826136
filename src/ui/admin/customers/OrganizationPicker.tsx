import { ErrorMessage, HelperMessage, Select, Stack } from '@forge/react';
import React, { useMemo } from 'react';
import type { OrganizationName } from '../../../contract/customers';
import { choicesOf, chosenValues } from '../../shared/choice';
import { Failure } from '../../shared/Failure';
import { formatCount } from '../../shared/format';
import { LISTED_ORGANIZATIONS, useOrganizations } from './use-organizations';

interface Props {
  /** Of the label that names it. */
  id: string;
  /** Ids of those that are chosen. */
  values: readonly string[];
  /** Ids of those that are not offered. */
  without?: readonly string[];
  isMulti?: boolean;
  error: string | null;
  onChange: (organizations: OrganizationName[]) => void;
}

const none: readonly string[] = [];

/** One or several organizations of the site, found by typing a part of the name. */
export function OrganizationPicker({ id, values, without = none, isMulti = false, error, onChange }: Props) {
  const { organizations, isLoading, isCut, failure, reload } = useOrganizations();
  const choices = useMemo(
    () => organizations.filter((one) => !without.includes(one.id)).map((one) => ({ label: one.name, value: one.id })),
    [organizations, without],
  );
  const chosen = choicesOf(values, choices);
  return (
    <Stack space="space.050">
      <Select
        inputId={id}
        isMulti={isMulti}
        isClearable
        isLoading={isLoading}
        isInvalid={error !== null}
        placeholder={isMulti ? 'Choose organizations' : 'Choose an organization'}
        options={choices}
        value={isMulti ? chosen : (chosen[0] ?? null)}
        onChange={(next: unknown) => {
          const ids = chosenValues(next);
          onChange(ids.map((one) => organizations.find((each) => each.id === one) ?? { id: one, name: one }));
        }}
      />
      {error !== null && <ErrorMessage>{error}</ErrorMessage>}
      {isCut && (
        <HelperMessage>{`The first ${formatCount(LISTED_ORGANIZATIONS)} are listed. Others have their members on their own page.`}</HelperMessage>
      )}
      {failure && <Failure error={failure} onRetry={reload} />}
    </Stack>
  );
}
