import { ErrorMessage, HelperMessage, Select, Stack } from '@forge/react';
import React, { useMemo } from 'react';
import type { OrganizationName } from '../../../contract/customers';
import { chosenValues } from '../../shared/choice';
import { Failure } from '../../shared/Failure';
import { formatCount } from '../../shared/format';
import { LISTED_ORGANIZATIONS, useOrganizations } from './use-organizations';

interface Props {
  /** Of the label that names it. */
  id: string;
  /** Those that are chosen. */
  values: readonly OrganizationName[];
  /** Ids of those that are not offered. */
  without?: readonly string[];
  isMulti?: boolean;
  error: string | null;
  autoFocus?: boolean;
  onBlur?: () => void;
  onChange: (organizations: OrganizationName[]) => void;
}

const none: readonly string[] = [];

/** One or several organizations of the site, found by typing a part of the name. */
export function OrganizationPicker({ id, values, without = none, isMulti = false, error, onChange, ...rest }: Props) {
  const { organizations, isLoading, isCut, failure, reload } = useOrganizations();
  const choices = useMemo(
    () => organizations.filter((one) => !without.includes(one.id)).map((one) => ({ label: one.name, value: one.id })),
    [organizations, without],
  );
  // The name in the list is the present one; a chosen one that is not listed keeps the name it came with.
  const chosen = values.map(
    (one) => choices.find(({ value }) => value === one.id) ?? { label: one.name, value: one.id },
  );
  return (
    <Stack space="space.050">
      <Select
        {...rest}
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
          const known = [...organizations, ...values];
          onChange(ids.map((one) => known.find((each) => each.id === one) ?? { id: one, name: one }));
        }}
      />
      {error !== null && <ErrorMessage>{error}</ErrorMessage>}
      {isCut && (
        <HelperMessage>{`Only the first ${formatCount(LISTED_ORGANIZATIONS)} are listed. To view or add customers of another organization, open its page.`}</HelperMessage>
      )}
      {failure && <Failure error={failure} onRetry={reload} />}
    </Stack>
  );
}
