import { Inline, Stack, Text } from '@forge/react';
import React from 'react';
import { type DirectoryEntity, directoryEntities } from '../../../../contract/directory';
import type { DirectoryReport, EntityReport } from '../../../../contract/directory-report';
import { textCell } from '../../../shared/cells';
import { countOf, formatCount, formatPercent } from '../../../shared/format';
import { Section } from '../../../shared/Section';
import { Table } from '../../../shared/Table';
import { TextLink } from '../../../shared/TextLink';
import { filteredPath } from '../../directory/address';
import { CountLink } from './CountLink';

const names = { customer: 'Customers', organization: 'Organizations' } as const;

/** How complete the records are: who has no organization, which fields are empty, and which values are no option. */
export function Coverage({ report, hasValues }: { report: DirectoryReport; hasValues: boolean }) {
  const without = report.customer.withoutOrganization;
  return (
    <Section title="Coverage">
      <Inline space="space.100">
        <Text>Customers without organization:</Text>
        <CountLink count={without} to={filteredPath('customer', { by: 'no-organization' })} />
      </Inline>
      {hasValues ? (
        directoryEntities.map((entity) => <Fields key={entity} entity={entity} report={report[entity]} />)
      ) : (
        <Text color="color.text.subtle">Fields aren’t counted: Settings say that no values are kept.</Text>
      )}
    </Section>
  );
}

function Fields({ entity, report }: { entity: DirectoryEntity; report: EntityReport }) {
  if (report.fields.length === 0) return null;
  const head = {
    cells: [
      { key: 'field', content: 'Field', width: 30 },
      { key: 'empty', content: 'Empty in', width: 25 },
      { key: 'strays', content: 'Values that are no option', width: 45 },
    ],
  };
  return (
    <Stack space="space.100">
      <Text weight="semibold">{names[entity]}</Text>
      <Table
        label={`Fields of ${names[entity].toLowerCase()}`}
        head={head}
        rows={report.fields.map((field) => ({
          key: field.name,
          cells: [
            { key: 'field', content: textCell(field.name) },
            {
              key: 'empty',
              content: (
                <Inline space="space.100" shouldWrap>
                  <CountLink count={field.empty} to={filteredPath(entity, { by: 'empty', field: field.name })} />
                  {field.empty > 0 && <Text color="color.text.subtle">{formatPercent(field.empty, report.total)}</Text>}
                </Inline>
              ),
            },
            { key: 'strays', content: <Strays entity={entity} field={field} /> },
          ],
        }))}
      />
    </Stack>
  );
}

function Strays({ entity, field }: { entity: DirectoryEntity; field: EntityReport['fields'][number] }) {
  const { name, strays, strayKinds } = field;
  return (
    <Stack>
      {strays.map(([value, count]) => (
        <TextLink key={value} to={filteredPath(entity, { by: 'field', field: name, how: 'is', value })} maxLines={1}>
          {`${value} (${formatCount(count)})`}
        </TextLink>
      ))}
      {strayKinds > strays.length && (
        <Text color="color.text.subtle">{`and ${countOf(strayKinds - strays.length, 'more value')}`}</Text>
      )}
    </Stack>
  );
}
