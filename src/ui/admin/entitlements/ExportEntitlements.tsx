import { Inline, Stack, Text } from '@forge/react';
import React from 'react';
import type { DirectoryStatus } from '../../../contract/directory';
import { formatExact, formatRelative } from '../../shared/format';
import { Section } from '../../shared/Section';
import { TextLink } from '../../shared/TextLink';
import { useNow } from '../../shared/use-now';
import { useStatus } from '../directory/use-status';
import { gapWords } from '../directory/words';
import { ExportButtons } from '../export/ExportButtons';

/** Saves the entitlements of all holders as the directory has them: nothing in the API lists them. */
export function ExportEntitlements() {
  const { data } = useStatus();
  if (data === null || (data.kept === null && data.keeps === 'nothing')) return null;
  return <Section title="Export">{data.kept === null ? <NotRead /> : <Export kept={data.kept} />}</Section>;
}

function NotRead() {
  return (
    <Inline space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
      <Text color="color.text.subtle">To export all entitlements, read your site once.</Text>
      <TextLink to={['customers']}>Go to Customers</TextLink>
    </Inline>
  );
}

function Export({ kept }: { kept: NonNullable<DirectoryStatus['kept']> }) {
  const now = useNow();
  const { asOf, isOutdated, gaps } = kept;
  return (
    <Stack space="space.100">
      <ExportButtons
        words="Export entitlements"
        hint="with a row for each product of a holder, which an import of entitlements that grants or changes values takes back."
        exported={() => ({ what: 'entitlements' })}
      />
      <Text color="color.text.subtle">{`As of ${formatExact(asOf)} (${formatRelative(asOf, now)}), when your site was read.`}</Text>
      <Text color="color.text.subtle">{valuesWords(kept)}</Text>
      {isOutdated && (
        <Text color="color.text.subtle">
          An import has ended since. What it changed is exported once your site was read again.
        </Text>
      )}
      {gaps.map((gap) => (
        <Text key={`${gap.of} ${gap.reason}`} color="color.text.subtle">
          {gapWords(gap)}
        </Text>
      ))}
    </Stack>
  );
}

/** Which values of entitlements the directory keeps. */
function valuesWords({ hasValues, endField, hasEntitlementValues }: NonNullable<DirectoryStatus['kept']>): string {
  if (!hasValues) return 'Detail values aren’t exported: the directory doesn’t keep any.';
  if (hasEntitlementValues) return 'With all of their detail values.';
  return endField === null
    ? 'Detail values are exported once your site was read again.'
    : `Of the detail values, “${endField}” is exported. The others are once your site was read again.`;
}
