import { Button, ButtonGroup, Inline, LoadingButton, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { DirectoryEntity, DirectoryQuery } from '../../../contract/directory';
import type { FieldDefinition } from '../../../contract/fields';
import { Failure } from '../../shared/Failure';
import { formatCount } from '../../shared/format';
import { useAction } from '../../shared/use-action';
import { type Fixed, type Selection, countOfSelection, fix } from './many';
import { DeleteManyModal, GrantManyModal, JoinManyModal, SetFieldModal } from './ManyModals';
import { LeaveManyModal, RevokeManyModal } from './TakeAwayModals';

interface Props {
  entity: DirectoryEntity;
  query: DirectoryQuery;
  matched: number;
  fields: readonly FieldDefinition[];
  selection: Selection;
  onSelection: (selection: Selection) => void;
}

/** Dialogs of what is done to all who are selected: who they are is fixed when one opens. */
const MODALS = { set: SetFieldModal, join: JoinManyModal, grant: GrantManyModal, delete: DeleteManyModal } as const;
/** Dialogs of what is done to those who have something: who they are is fixed once it is chosen. */
const TAKE_AWAY_MODALS = { leave: LeaveManyModal, revoke: RevokeManyModal } as const;

/** How many rows are selected, and what can be done to them. */
export function ManyBar({ entity, query, matched, fields, selection, onSelection }: Props) {
  const [open, setOpen] = useState<(Fixed & { what: keyof typeof MODALS }) | null>(null);
  const [asked, setAsked] = useState<keyof typeof MODALS | null>(null);
  const [taking, setTaking] = useState<keyof typeof TAKE_AWAY_MODALS | null>(null);
  const count = countOfSelection(selection, matched);
  const Opened = open === null ? null : MODALS[open.what];
  const fixing = useAction(async (what: keyof typeof MODALS) => {
    setAsked(what);
    setOpen({ ...(await fix(entity, selection, query)), what });
  });
  const opener = (what: keyof typeof MODALS, words: string) => (
    <LoadingButton isLoading={fixing.isRunning && asked === what} onClick={() => fixing.run(what)}>
      {words}
    </LoadingButton>
  );
  const Taking = taking === null ? null : TAKE_AWAY_MODALS[taking];
  if (count === 0) return null;
  return (
    <Stack space="space.100">
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
        <Inline space="space.050" rowSpace="space.050" shouldWrap>
          {opener('set', 'Set a field')}
          {entity === 'customer' && opener('join', 'Add to organization')}
          {entity === 'customer' && <Button onClick={() => setTaking('leave')}>Take out of organization</Button>}
          {opener('grant', 'Grant a product')}
          <Button onClick={() => setTaking('revoke')}>Revoke a product</Button>
          {opener('delete', 'Delete')}
        </Inline>
      </Inline>
      {fixing.error && <Failure error={fixing.error} />}
      {open !== null && Opened !== null && (
        <Opened
          entity={entity}
          fields={fields}
          choice={open.choice}
          count={open.rows}
          listed={count}
          onClose={() => setOpen(null)}
        />
      )}
      {Taking !== null && (
        <Taking entity={entity} selection={selection} query={query} listed={count} onClose={() => setTaking(null)} />
      )}
    </Stack>
  );
}
