import { Button, Checkbox, Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import React, { useCallback, useState } from 'react';
import type { EditedRecord, Look, SyncView } from '../../../contract/syncs';
import { canPutBackEdits } from '../../../domain/syncs/look';
import { call } from '../../shared/call';
import { textCell } from '../../shared/cells';
import { Failure } from '../../shared/Failure';
import { flagSuccess } from '../../shared/flag';
import { countOf, formatCount, formatExact } from '../../shared/format';
import { Loaded } from '../../shared/Loaded';
import { Section } from '../../shared/Section';
import { Table } from '../../shared/Table';
import { useAction } from '../../shared/use-action';
import { useResource } from '../../shared/use-resource';

type Changed = (found: { sync: SyncView }) => void;

interface Props {
  sync: SyncView;
  onChanged: Changed;
}

/** What someone has edited on the site, against the export: how to look for it, what was found, and putting it back. */
export function SiteEdits({ sync, onChanged }: Props) {
  const { id: syncId, looksNext, look, toldOfEdits } = sync;
  const ask = useAction(async () => {
    onChanged(await call('syncs.look', { syncId, isWanted: !looksNext }));
    if (!looksNext)
      flagSuccess('The next delivery is compared with your site', 'Deliver the export again to see it now.');
  });
  return (
    <Section
      title="Edited on your site"
      actions={
        <LoadingButton isLoading={ask.isRunning} onClick={ask.run}>
          {looksNext ? 'Don’t compare the next delivery' : 'Compare with your site'}
        </LoadingButton>
      }
    >
      {ask.error && <Failure error={ask.error} />}
      {looksNext && (
        <SectionMessage title="The next delivery is compared with your site">
          <Text>The console keeps no export: deliver it again, even if nothing in it has changed.</Text>
        </SectionMessage>
      )}
      <Text color="color.text.subtle">{lookWords(sync)}</Text>
      {toldOfEdits !== null && (
        <Text color="color.text.subtle">
          {toldOfEdits.issue === '' ? toldOfEdits.problem : `Issue ${toldOfEdits.issue} tells of them.`}
        </Text>
      )}
      {look !== null && look.edited + look.missing > 0 && (
        <EditedRecords sync={sync} look={look} onChanged={onChanged} />
      )}
    </Section>
  );
}

function lookWords({ look, edits, run }: SyncView): string {
  if (look === null)
    return edits.weekly
      ? 'The next delivery is compared with your site, to find what someone has edited there.'
      : 'Your site hasn’t been compared with the export yet.';
  const { no, at, isDone, compared, edited, missing, unknown } = look;
  const isUnderWay = run?.no === no && run.phase === 'looking';
  const parts = [
    `${isUnderWay ? 'Comparing since' : isDone ? 'Compared' : 'Compared in part'} ${formatExact(at)}`,
    countOf(compared, 'record'),
    `${formatCount(edited)} edited`,
    ...(missing > 0 ? [`${formatCount(missing)} no longer on your site`] : []),
    ...(unknown > 0 ? [`${formatCount(unknown)} that can’t be compared`] : []),
  ];
  return `${parts.join(' · ')}.`;
}

const head = {
  cells: [
    { key: 'record', content: 'Record', width: 34 },
    { key: 'field', content: 'Field', width: 16 },
    { key: 'site', content: 'Your site shows', width: 25 },
    { key: 'export', content: 'The export says', width: 25 },
  ],
};
/** Records that are shown at first, and at each turn. */
const AT_ONCE = 10;
const AT_EACH_TURN = 50;

function EditedRecords({ sync, look, onChanged }: Props & { look: Look }) {
  const { id: syncId, run, isPaused } = sync;
  const runs = sync.runs.length;
  // oxlint-disable-next-line react/exhaustive-deps -- every look and every run can change the list
  const load = useCallback(() => call('syncs.edited', { syncId }), [syncId, look.no, look.compared, runs, run?.no]);
  const found = useResource(load);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [shown, setShown] = useState(AT_ONCE);
  const put = useAction(async () => {
    const rows = chosen.size === 0 ? null : [...chosen];
    onChanged(await call('syncs.putBack', { syncId, no: look.no, rows }));
    setChosen(new Set());
    flagSuccess('Putting back what the export says');
  });
  const choose = (row: number) =>
    setChosen((now) => new Set(now.has(row) ? [...now].filter((one) => one !== row) : [...now, row]));
  return (
    <Loaded resource={found} lines={4} label="Loading the records">
      {({ records }) => {
        const open = records.filter((one) => isOpen(one, sync));
        return (
          <Stack space="space.150">
            {look.putsBack && look.edited > 0 && <Text>{`Those that were edited are part of run ${look.no}.`}</Text>}
            {look.edited > 0 && !canPutBackEdits(sync) && (
              <Text>This sync only creates records. What was edited is listed, and can’t be put back.</Text>
            )}
            {records.length > 0 && (
              <Table
                minWidth={760}
                label="Records edited on your site"
                head={head}
                rows={records.slice(0, shown).flatMap((one) => rowsOf(one, isOpen(one, sync), chosen, choose))}
              />
            )}
            {records.length === 0 && <Text>Nothing is left to put back.</Text>}
            {open.some(({ isMissing }) => isMissing) && (
              <Text color="color.text.subtle">
                Records that are no longer on your site are created again when you put them back. Choose the others if
                that isn’t meant.
              </Text>
            )}
            {put.error && <Failure error={put.error} />}
            <Inline space="space.150" rowSpace="space.100" alignBlock="center" shouldWrap>
              {open.length > 0 && (
                <LoadingButton
                  appearance="primary"
                  isLoading={put.isRunning}
                  isDisabled={run !== null || isPaused}
                  onClick={put.run}
                >
                  {chosen.size === 0 && open.length > 1
                    ? `Put back all ${formatCount(open.length)}`
                    : `Put back ${countOf(chosen.size || open.length, 'record')}`}
                </LoadingButton>
              )}
              {records.length > shown && (
                <Button onClick={() => setShown((now) => now + AT_EACH_TURN)}>Show more</Button>
              )}
              {look.edited + look.missing > look.listed && (
                <Text color="color.text.subtle">
                  {`The first ${formatCount(look.listed)} of ${formatCount(look.edited + look.missing)} were listed. Compare again for the others.`}
                </Text>
              )}
            </Inline>
          </Stack>
        );
      }}
    </Loaded>
  );
}

/** What the run itself has sent is listed to be read, and so are edits of records that the sync only creates. */
const isOpen = ({ isMissing }: EditedRecord, sync: SyncView): boolean =>
  isMissing || (sync.look?.putsBack !== true && canPutBackEdits(sync));

/** A record has a line for each of its fields that differ. */
function rowsOf(
  { row, label, isMissing, differences }: EditedRecord,
  canChoose: boolean,
  chosen: ReadonlySet<number>,
  choose: (row: number) => void,
) {
  const lines = isMissing ? [{ part: '', was: 'No longer on your site', will: '' }] : differences;
  return lines.map(({ part, was, will }, at) => ({
    key: `${row} ${part}`,
    cells: [
      {
        key: 'record',
        content:
          canChoose && at === 0 ? (
            <Checkbox label={label} isChecked={chosen.has(row)} onChange={() => choose(row)} />
          ) : (
            textCell(at === 0 ? label : '')
          ),
      },
      { key: 'field', content: textCell(part) },
      { key: 'site', content: textCell(was === '' ? 'Nothing' : was) },
      { key: 'export', content: textCell(isMissing ? '' : will === '' ? 'Nothing' : will) },
    ],
  }));
}
