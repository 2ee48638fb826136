import type { FieldDefinition } from '../../../contract/fields';
import { detailReader } from '../cells/readers';
import { detailPlace } from '../detail-place';
import type { CellReader, Reading, ReadPlace } from '../place';
import type { DetailChange } from './operation';

interface Changes {
  changes: DetailChange[];
}

/** The place of a detail field whose values can be replaced, added to or cleared, as the column says. */
export function changePlace<Payload extends Changes>(field: FieldDefinition): ReadPlace<Payload> {
  return {
    ...detailPlace<Payload>(field, () => undefined),
    actions: field.type === 'MULTISELECT' ? ['replace', 'add', 'clear'] : ['replace', 'clear'],
    reader: (reading) => changeReader(field, reading),
  };
}

function changeReader<Payload extends Changes>(field: FieldDefinition, reading: Reading): CellReader<Payload> {
  const { action = 'replace' } = reading.target;
  if (action === 'clear') return clearing(field.name);
  const operationType = action === 'add' ? ('PATCH' as const) : ('UPDATE' as const);
  return detailReader(field, reading, ({ changes }, { name, values }) => {
    // An empty cell adds nothing; where the plan says that it clears, it clears.
    changes.push(
      values.length === 0
        ? { operationType: 'DELETE', payload: { name } }
        : { operationType, payload: { name, values } },
    );
  });
}

/** Any text in the cell clears the field: the column says where, not what. */
const clearing =
  <Payload extends Changes>(name: string): CellReader<Payload> =>
  (raw, { changes }) => {
    if (raw.trim() !== '') changes.push({ operationType: 'DELETE', payload: { name } });
    return null;
  };
