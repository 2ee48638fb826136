import { Button, Inline, Stack, Text } from '@forge/react';
import React, { useCallback, useState } from 'react';
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
/** Records that are shown at first, and at each turn. */
const AT_ONCE = 10;
const AT_EACH_TURN = 50;

interface Props {
  syncId: string;
  /** Another run is another question. */
  run: number;
  /** How many it touches in all. */
  total: number;
}

/** The first records that a run touches, or that a test would, by name. */
export function TouchedRecords({ syncId, run, total }: Props) {
  // oxlint-disable-next-line react/exhaustive-deps -- the records of another run are loaded anew
  const load = useCallback(() => call('syncs.touched', { syncId }), [syncId, run]);
  const touched = useResource(load);
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <Loaded resource={touched} lines={4} label="Loading the records">
      {({ touched: all }) => (
        <Stack space="space.100">
          <Table
            label={`Records of run ${run}`}
            head={head}
            rows={all.slice(0, shown).map(([label, which], at) => ({
              key: String(at),
              cells: [
                { key: 'record', content: textCell(label) },
                { key: 'what', content: textCell(what[which]) },
              ],
            }))}
          />
          {total > shown && (
            <Inline space="space.150" alignBlock="center">
              <Text color="color.text.subtle">{`The first ${Math.min(shown, all.length)} of ${formatCount(total)}.`}</Text>
              {all.length > shown && (
                <Button spacing="compact" onClick={() => setShown((now) => now + AT_EACH_TURN)}>
                  Show more
                </Button>
              )}
            </Inline>
          )}
        </Stack>
      )}
    </Loaded>
  );
}
