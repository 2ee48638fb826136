import { Box, Button, EmptyState, Inline, LinkButton, ModalTransition, Stack, Text, xcss } from '@forge/react';
import React, { useState } from 'react';
import type { FieldView } from '../../../contract/fields';
import { knownType } from '../../../domain/fields/definition';
import { MAX_FIELDS } from '../../../domain/fields/limits';
import { typeName } from '../../../domain/fields/type-names';
import { linkCell, numberCell, numberHead, textCell } from '../../shared/cells';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { RowAction } from '../../shared/RowAction';
import { Table } from '../../shared/Table';
import { DeleteFieldModal } from './DeleteFieldModal';
import type { FieldListResource } from './use-field-lists';
import { type FieldTab, optionsLine } from './words';

/** Where the vendor explains what detail fields are. */
const FIELDS_HELP = 'https://support.atlassian.com/customer-service-management/';

const panel = xcss({ width: '100%', paddingBlockStart: 'space.200' });

const head = {
  cells: [
    { key: 'name', content: 'Name', width: 30 },
    { key: 'type', content: 'Type', width: 18 },
    { key: 'options', content: 'Options', width: 30 },
    { key: 'position', content: numberHead('Position'), width: 10 },
    { key: 'actions', content: '', width: 12 },
  ],
};

/** The fields of one entity. */
export function FieldList({ tab, list }: { tab: FieldTab; list: FieldListResource }) {
  const [deleting, setDeleting] = useState<FieldView | null>(null);
  return (
    <Box xcss={panel}>
      <Loaded resource={list} lines={8} label={`Loading detail fields for ${tab.slug}`}>
        {({ fields }) =>
          fields.length === 0 ? (
            <NoFields tab={tab} />
          ) : (
            <Stack space="space.100">
              <Inline alignInline="end">
                <Text color="color.text.subtle">{`${fields.length} of ${MAX_FIELDS} used`}</Text>
              </Inline>
              <FieldTable tab={tab} fields={fields} onDelete={setDeleting} />
            </Stack>
          )
        }
      </Loaded>
      <ModalTransition>
        {deleting && (
          <DeleteFieldModal
            tab={tab}
            field={list.data?.fields.find(({ name }) => name === deleting.name) ?? deleting}
            onDeleted={list.reload}
            onStale={list.reload}
            isReloading={list.isLoading}
            onClose={() => setDeleting(null)}
          />
        )}
      </ModalTransition>
    </Box>
  );
}

interface FieldTableProps {
  tab: FieldTab;
  fields: readonly FieldView[];
  onDelete: (field: FieldView) => void;
}

function FieldTable({ tab, fields, onDelete }: FieldTableProps) {
  return (
    <Table
      label={`Detail fields for ${tab.slug}`}
      minWidth={640}
      head={head}
      rows={fields.map((field) => ({
        key: field.name,
        cells: [
          { key: 'name', content: linkCell(field.name, ['fields', tab.slug, 'edit', field.name]) },
          { key: 'type', content: textCell(typeName(field.type)) },
          { key: 'options', content: textCell(optionsLine(field.options)) },
          { key: 'position', content: numberCell(field.position === null ? '' : String(field.position + 1)) },
          {
            key: 'actions',
            content: (
              <Inline alignInline="end">
                {knownType(field.type) !== undefined && (
                  <RowAction verb="Delete" name={field.name} onClick={() => onDelete(field)} />
                )}
              </Inline>
            ),
          },
        ],
      }))}
    />
  );
}

function NoFields({ tab }: { tab: FieldTab }) {
  const { go } = useNavigation();
  return (
    <EmptyState
      header={`No detail fields for ${tab.slug} yet`}
      headingLevel={2}
      description={`A detail field stores one piece of information about each ${tab.entity}, such as a region or a renewal date. You can create up to ${MAX_FIELDS}.`}
      primaryAction={<Button onClick={() => go(['fields', tab.slug, 'new'])}>Create your first field</Button>}
      tertiaryAction={
        <LinkButton appearance="subtle" href={FIELDS_HELP} target="_blank">
          Learn about detail fields
        </LinkButton>
      }
    />
  );
}
