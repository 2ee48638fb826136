import { LineChart, Stack, Text } from '@forge/react';
import React from 'react';
import type { HistoryEntry } from '../../../../contract/directory-report';
import { MAX_FIELDS } from '../../../../domain/fields/limits';
import { Section } from '../../../shared/Section';
import { FieldSlots } from '../FieldSlots';

/** A place on a line. */
interface Dot {
  day: string;
  what: string;
  count: number;
}

/** Days that a chart takes before its labels run into each other. */
const DAYS_SHOWN = 12;

/** The first and the last day, and as many between them as there is room for, evenly. */
function spread(history: readonly HistoryEntry[]): HistoryEntry[] {
  if (history.length <= DAYS_SHOWN) return [...history];
  const step = (history.length - 1) / (DAYS_SHOWN - 1);
  return Array.from({ length: DAYS_SHOWN }, (_, at) => history[Math.round(at * step)]).flatMap((entry) => entry ?? []);
}

/** How the numbers of customers, organizations and detail fields have grown, a day of readings each. */
export function Growth({ history }: { history: readonly HistoryEntry[] }) {
  const days = spread(history);
  const people = days.flatMap(({ day, customers, organizations }): Dot[] => [
    { day, what: 'Customers', count: customers },
    { day, what: 'Organizations', count: organizations },
  ]);
  const fields = days.flatMap(({ day, slots }): Dot[] =>
    slots === null
      ? []
      : [
          { day, what: 'Customers', count: slots.customer },
          { day, what: 'Organizations', count: slots.organization },
          { day, what: 'Entitlements', count: slots.entitlement },
        ],
  );
  return (
    <>
      <Section title="Over time">
        {days.length < 2 ? (
          <Text color="color.text.subtle">
            Your site is read every day. From the second day on, a chart shows how it grows.
          </Text>
        ) : (
          <Stack space="space.200">
            <Lines title="Customers and organizations" dots={people} />
            {fields.length > 0 && <Lines title={`Detail fields in use, of ${MAX_FIELDS} each`} dots={fields} />}
          </Stack>
        )}
      </Section>
      <FieldSlots />
    </>
  );
}

function Lines({ title, dots }: { title: string; dots: Dot[] }) {
  return <LineChart title={title} data={dots} xAccessor="day" yAccessor="count" colorAccessor="what" height={220} />;
}
