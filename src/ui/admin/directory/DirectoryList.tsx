import { Inline, Stack, Text } from '@forge/react';
import React, { useCallback, useState } from 'react';
import type { DirectoryStatus, DirectoryView, ListedEntity } from '../../../contract/directory';
import { call } from '../../shared/call';
import { countOf, formatPercent } from '../../shared/format';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { Pages } from '../../shared/Pages';
import { TextLink } from '../../shared/TextLink';
import { useNow } from '../../shared/use-now';
import { useResource } from '../../shared/use-resource';
import { type Listing, listingPath, sectionOf } from './address';
import { ExportList } from './ExportList';
import { FilterBar } from './FilterBar';
import { ListTable } from './ListTable';
import { ManyBar } from './ManyBar';
import { type Selection, nobody, withTicks } from './many';
import { StatusLine } from './StatusLine';
import { useListing } from './use-listing';

interface Props {
  entity: ListedEntity;
  listing: Listing;
  status: DirectoryStatus;
  kept: NonNullable<DirectoryStatus['kept']>;
  onStatus: (status: DirectoryStatus) => void;
}

const loadViews = () => call('directory.views', {});

/** The list of all customers, organizations or entitlements, as the site was read last. */
export function DirectoryList({ entity, listing, status, kept, onStatus }: Props) {
  const { go } = useNavigation();
  const now = useNow();
  const { view, page } = listing;
  const loadFields = useCallback(() => call('imports.fields', { entity }), [entity]);
  const fields = useResource(loadFields).data?.fields ?? [];
  const views = useResource(loadViews);
  const list = useListing(entity, listing, kept.generation);
  const [selection, setSelection] = useState<Selection>(nobody);
  const show = (next: DirectoryView): void => {
    if (JSON.stringify(next.filters) !== JSON.stringify(view.filters)) setSelection(nobody);
    go(listingPath(entity, { view: next, page: 0 }));
  };
  const isSelected = (id: string): boolean => selection.isAll || selection.ids.includes(id);
  return (
    <Stack space="space.300">
      <StatusLine entity={entity} status={status} onStatus={onStatus} now={now} />
      <FilterBar
        entity={entity}
        view={view}
        fields={fields}
        saved={views.data?.views ?? []}
        onView={show}
        onSaved={(saved) => views.replace({ views: saved })}
      />
      {list.share !== null && (
        <Text color="color.text.subtle">{`Looking through the directory: ${formatPercent(list.share, 1)}`}</Text>
      )}
      <Loaded resource={list} lines={8} label="Loading the list">
        {({ rows, matched, today }) => (
          <Stack space="space.150">
            {entity !== 'entitlement' && (
              <ManyBar
                entity={entity}
                query={view}
                matched={matched}
                fields={fields}
                selection={selection}
                onSelection={setSelection}
              />
            )}
            {rows.length === 0 ? (
              <Text color="color.text.subtle">{`No ${sectionOf(entity)} found.`}</Text>
            ) : (
              <ListTable
                entity={entity}
                rows={rows}
                columns={view.columns}
                sort={view.sort}
                today={today}
                asOf={kept.asOf}
                now={now}
                ticks={
                  entity === 'entitlement'
                    ? null
                    : {
                        isSelected,
                        onSelect: (ids, isOn) => setSelection((before) => withTicks(before, rows, ids, isOn)),
                      }
                }
                onSort={(sort) => show({ ...view, sort })}
              />
            )}
            <Inline spread="space-between" alignBlock="center" space="space.200" rowSpace="space.100" shouldWrap>
              <Text color="color.text.subtle">{`${countOf(matched, entity)} found`}</Text>
              <Pages
                label={`Pages of ${sectionOf(entity)}`}
                total={matched}
                page={page}
                onPage={(to) => go(listingPath(entity, { view, page: to }))}
              />
            </Inline>
          </Stack>
        )}
      </Loaded>
      <ExportList entity={entity} view={view} matched={list.data?.matched ?? null} />
      <Inline>
        <TextLink to={[sectionOf(entity), 'find']}>
          {`Find ${entity === 'entitlement' ? 'who holds entitlements' : sectionOf(entity)} on your site instead`}
        </TextLink>
      </Inline>
    </Stack>
  );
}
