import type { DirectoryEntity, DirectoryRecord } from '../../contract/directory';
import {
  CUSTOMER_COUNT_COLUMN,
  CUSTOMER_ID_COLUMN,
  ENTITLED_TO_COLUMN,
  ENTITLED_UNTIL_COLUMN,
  ORGANIZATION_ID_COLUMN,
  ORGANIZATION_NAMES_COLUMN,
} from '../csv/console-file';
import { cellsOf, fieldOf } from './values';

/** What separates several values of a cell: what an import takes them apart by, unless it is told otherwise. */
export const CELL_SEPARATOR = '; ';

interface Column {
  header: string;
  cell: (record: DirectoryRecord, today: string) => string;
}

const plain = (header: string, column: string): Column => ({
  header,
  cell: (record, today) => cellsOf(record, column, today).join(CELL_SEPARATOR),
});

const own: Record<DirectoryEntity, readonly Column[]> = {
  customer: [plain(CUSTOMER_ID_COLUMN, 'id'), plain('Email', 'email'), plain('Display name', 'name')],
  organization: [plain(ORGANIZATION_ID_COLUMN, 'id'), plain('Organization', 'name')],
};

/** Columns beside those that every file has. Names of organizations tell people what the ids before them tell an import. */
function columnsOf(entity: DirectoryEntity, column: string): readonly Column[] {
  const field = fieldOf(column);
  if (field !== null) return [plain(field, column)];
  switch (column) {
    case 'organizations': {
      if (entity === 'organization') return [];
      const ids: Column = {
        header: ORGANIZATION_ID_COLUMN,
        cell: ({ organizations }) => organizations.map(({ id }) => id).join(CELL_SEPARATOR),
      };
      return [ids, plain(ORGANIZATION_NAMES_COLUMN, column)];
    }
    case 'products':
      return [plain(ENTITLED_TO_COLUMN, column)];
    case 'ends':
      return [plain(ENTITLED_UNTIL_COLUMN, column)];
    case 'customers':
      return entity === 'organization' ? [plain(CUSTOMER_COUNT_COLUMN, column)] : [];
    default:
      return [];
  }
}

/**
 * The layout of an exported list: who each row is about, then what the list shows, under headers that an import of
 * customers or organizations takes back as they are.
 */
export function exportLayout(entity: DirectoryEntity, shown: readonly string[]) {
  const columns = [...own[entity], ...shown.flatMap((column) => columnsOf(entity, column))];
  return {
    headers: columns.map(({ header }) => header),
    row: (record: DirectoryRecord, today: string): string[] => columns.map(({ cell }) => cell(record, today)),
  };
}
