import { List, ListItem, Stack, Text } from '@forge/react';
import React from 'react';
import { countableValues, holdersOf } from '../../../domain/fields/holders';
import type { FieldView } from '../../../contract/fields';
import { isolated } from '../../../domain/isolated';
import { Failure } from '../../shared/Failure';
import { countOf } from '../../shared/format';
import { useHolders } from './use-holders';
import { type FieldTab, holderWords, uncountedWords } from './words';

interface FieldHoldersProps {
  tab: FieldTab;
  field: FieldView;
}

/** How many would lose a value if the field went: counted where the site can be asked, else why it cannot. */
export function FieldHolders({ tab, field }: FieldHoldersProps) {
  const values = countableValues(field.type, field.options);
  if (tab.entity !== 'customer') {
    return (
      <Text>{`Your site can find customers by value, but not ${tab.slug}, so it’s not known how many have one.`}</Text>
    );
  }
  if (values === null) {
    return (
      <Text>Your site can find customers only by one known value at a time, so it’s not known how many have one.</Text>
    );
  }
  return <CountedHolders field={field} values={values} />;
}

function CountedHolders({ field, values }: { field: FieldView; values: readonly string[] }) {
  const { data, error, reload } = useHolders(field.name, values);
  if (error) return <Failure error={error} onRetry={reload} />;
  if (data === null) return <Text color="color.text.subtle">Counting customers that have one…</Text>;
  const { customers, isLeast } = holdersOf(field.type, data.counts, values.length);
  return <Text weight="medium">{holderWords(customers, isLeast)}</Text>;
}

interface OptionHoldersProps {
  tab: FieldTab;
  field: FieldView;
  options: readonly string[];
}

/** How many hold each of the options that go. */
export function OptionHolders({ tab, field, options }: OptionHoldersProps) {
  if (tab.entity !== 'customer') {
    return (
      <Text>{`Your site can find customers by value, but not ${tab.slug}, so it’s not known how many use these options.`}</Text>
    );
  }
  return <CountedOptions field={field} options={options} />;
}

function CountedOptions({ field, options }: Omit<OptionHoldersProps, 'tab'>) {
  const { data, error, reload } = useHolders(field.name, options);
  if (error) return <Failure error={error} onRetry={reload} />;
  if (data === null) return <Text color="color.text.subtle">Counting customers that use these options…</Text>;
  return (
    <Stack space="space.050">
      <List type="unordered">
        {data.counts.map(({ value, customers }) => (
          <ListItem key={value}>
            <Text>{`“${isolated(value)}”: ${customers === null ? 'not known' : countOf(customers, 'customer')}`}</Text>
          </ListItem>
        ))}
      </List>
      {options.length > data.counts.length && <Text>{uncountedWords(options.length - data.counts.length)}</Text>}
    </Stack>
  );
}
