import { Button, ButtonGroup, Inline, Text } from '@forge/react';
import React, { useState } from 'react';
import type { DirectoryEntity, DirectoryQuery } from '../../../contract/directory';
import type { FieldDefinition } from '../../../contract/fields';
import { formatCount } from '../../shared/format';
import { type Selection, countOfSelection } from './many';
import { DeleteManyModal, GrantManyModal, JoinManyModal, SetFieldModal } from './ManyModals';

interface Props {
  entity: DirectoryEntity;
  query: DirectoryQuery;
  matched: number;
  fields: readonly FieldDefinition[];
  selection: Selection;
  onSelection: (selection: Selection) => void;
}

const MODALS = { set: SetFieldModal, join: JoinManyModal, grant: GrantManyModal, delete: DeleteManyModal } as const;

/** How many rows are selected, and what can be done to them. */
export function ManyBar({ entity, query, matched, fields, selection, onSelection }: Props) {
  const [open, setOpen] = useState<keyof typeof MODALS | null>(null);
  const count = countOfSelection(selection, matched);
  const Opened = open === null ? null : MODALS[open];
  if (count === 0) return null;
  return (
    <Inline space="space.200" rowSpace="space.100" alignBlock="center" shouldWrap>
      <Text weight="semibold">{`${formatCount(count)} selected of ${formatCount(matched)} found`}</Text>
      <ButtonGroup label="Selection">
        {!selection.isAll && count < matched && (
          <Button appearance="subtle" onClick={() => onSelection({ ids: [], isAll: true })}>
            {`Select all ${formatCount(matched)}`}
          </Button>
        )}
        <Button appearance="subtle" onClick={() => onSelection({ ids: [], isAll: false })}>
          Clear selection
        </Button>
      </ButtonGroup>
      <ButtonGroup label="Change the selected rows">
        <Button onClick={() => setOpen('set')}>Set a field</Button>
        {entity === 'customer' && <Button onClick={() => setOpen('join')}>Add to organization</Button>}
        <Button onClick={() => setOpen('grant')}>Grant a product</Button>
        <Button onClick={() => setOpen('delete')}>Delete</Button>
      </ButtonGroup>
      {Opened !== null && (
        <Opened
          entity={entity}
          query={query}
          fields={fields}
          selection={selection}
          count={count}
          onClose={() => setOpen(null)}
        />
      )}
    </Inline>
  );
}
