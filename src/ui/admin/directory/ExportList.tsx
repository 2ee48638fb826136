import React from 'react';
import type { DirectoryView, ListedEntity } from '../../../contract/directory';
import { dayOf } from '../../../domain/profile/expiry';
import { ExportButtons } from '../export/ExportButtons';

interface Props {
  entity: ListedEntity;
  view: DirectoryView;
  /** Rows of the list; null while they are counted. */
  matched: number | null;
}

/** Saves the list as a file that an import takes back. */
export function ExportList({ entity, view, matched }: Props) {
  return (
    <ExportButtons
      words="Export this list"
      hint={
        entity === 'entitlement'
          ? 'with IDs and all detail values, which an import that grants or changes entitlements takes back.'
          : 'with IDs and the columns shown, which an import takes back.'
      }
      rows={matched}
      exported={() => ({ what: 'list', entity, view, today: dayOf(Date.now()) })}
    />
  );
}
