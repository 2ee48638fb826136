import { Stack, Text } from '@forge/react';
import React, { useCallback } from 'react';
import type { Touched } from '../../../contract/syncs';
import { call } from '../../shared/call';
import { textCell } from '../../shared/cells';
import { formatCount } from '../../shared/format';
import { Loaded } from '../../shared/Loaded';
import { Table } from '../../shared/Table';
import { useResource } from '../../shared/use-resource';

const what: Record<Touched[1], string> = { new: 'New', changed: 'Changed', vanished: 'Not in the export' };
const head = {
  cells: [
    { key: 'record', content: 'Record', width: 70 },
    { key: 'what', content: 'What', width: 30 },
  ],
};
/** Records that are shown by name. */
const SHOWN = 50;

interface Props {
  syncId: string;
  /** Another run is another question. */
  run: number;
  /** How many it touches in all. */
  total: number;
}

/** The first records that a run touches, or that a test would, by name. */
export function TouchedRecords({ syncId, run, total }: Props) {
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the records of another run are loaded anew
  const load = useCallback(() => call('syncs.touched', { syncId }), [syncId, run]);
  const touched = useResource(load);
  return (
    <Loaded resource={touched} lines={4} label="Loading the records">
      {({ touched: all }) => (
        <Stack space="space.100">
          <Table
            label={`Records of run ${run}`}
            head={head}
            rows={all.slice(0, SHOWN).map(([label, which], at) => ({
              key: String(at),
              cells: [
                { key: 'record', content: textCell(label) },
                { key: 'what', content: textCell(what[which]) },
              ],
            }))}
          />
          {total > SHOWN && <Text color="color.text.subtle">{`The first ${SHOWN} of ${formatCount(total)}.`}</Text>}
        </Stack>
      )}
    </Loaded>
  );
}
