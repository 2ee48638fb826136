import { BarChart, Stack, Text } from '@forge/react';
import React from 'react';
import { type DirectoryFilter, type DirectoryView, directoryEntities } from '../../../../contract/directory';
import { type DirectoryReport, HORIZONS } from '../../../../contract/directory-report';
import { addedUp } from '../../../../domain/directory/report/tally';
import { Section } from '../../../shared/Section';
import { Table } from '../../../shared/Table';
import { filteredPath, listingPath } from '../../directory/address';
import { endedView, endingView } from '../../directory/words';
import { CountLink } from './CountLink';

const times: readonly { key: string; words: string; filter: DirectoryFilter; view: DirectoryView }[] = [
  { key: 'ended', words: 'Ended', filter: { by: 'ended' }, view: endedView },
  ...HORIZONS.map((days) => ({
    key: String(days),
    words: `In ${days} days`,
    filter: { by: 'ends', days } satisfies DirectoryFilter,
    view: endingView(days),
  })),
];

const names = { customer: 'Customers', organization: 'Organizations' } as const;

const head = {
  cells: [
    { key: 'when', content: 'Entitlement ends', width: 25 },
    { key: 'entitlement', content: 'Entitlements', width: 25 },
    ...directoryEntities.map((entity) => ({ key: entity, content: names[entity], width: 25 })),
  ],
};

/** Who has entitlements that have ended, or end soon. Each time includes those before it that have not ended. */
export function Ends({ report, endField }: { report: DirectoryReport; endField: string | null }) {
  const held = addedUp([report.customer.entitlements, report.organization.entitlements]);
  const counts = times.map((time, at) => ({
    ...time,
    entitlements: at === 0 ? held?.ended : held?.ending[at - 1],
    customer: at === 0 ? report.customer.ended : (report.customer.ending[at - 1] ?? 0),
    organization: at === 0 ? report.organization.ended : (report.organization.ending[at - 1] ?? 0),
  }));
  return (
    <Section title="Entitlements that end">
      {endField === null ? (
        <Text color="color.text.subtle">
          The app doesn’t know when entitlements end: no date field is chosen for that, or no values are kept.
        </Text>
      ) : (
        <Stack space="space.200">
          <BarChart
            title="Customers whose entitlement ends"
            data={counts}
            xAccessor="words"
            yAccessor="customer"
            height={180}
          />
          <Table
            label="Entitlements that end"
            head={head}
            rows={counts.map(({ key, words, filter, view, entitlements, ...count }) => ({
              key,
              cells: [
                { key: 'when', content: words },
                {
                  key: 'entitlement',
                  content:
                    entitlements === undefined ? (
                      <Text>not known</Text>
                    ) : (
                      <CountLink count={entitlements} to={listingPath('entitlement', { view, page: 0 })} />
                    ),
                },
                ...directoryEntities.map((entity) => ({
                  key: entity,
                  content: <CountLink count={count[entity]} to={filteredPath(entity, filter)} />,
                })),
              ],
            }))}
          />
          <Text color="color.text.subtle">{`As of ${report.day}, by “${endField}”. Customers are counted with what they inherit, entitlements with whoever holds them.`}</Text>
        </Stack>
      )}
    </Section>
  );
}
