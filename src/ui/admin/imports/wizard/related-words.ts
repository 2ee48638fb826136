import type { CheckSummary } from '../../../../contract/file-frame';
import type { ImportColumn } from '../../../../contract/imports';
import { nameOfJob } from '../../../../domain/import/related-plans';
import { hasRelated, relatedTo } from '../../../../domain/kinds/related';
import { countOf } from '../../../shared/format';

/** What the imports do that a file of customers makes beside theirs, in the order in which they run; none where it makes none. */
export function relatedLines(
  related: CheckSummary['related'],
  name: string | null,
  operation: string,
  keeps: boolean,
): string[] {
  const { organizations = 0, entitlements = 0 } = related ?? {};
  const called = (job: 'organizations' | 'entitlements'): string => `“${nameOfJob(job, name?.trim() ?? '')}”`;
  // It finds customers by what their rows name, whoever has created them.
  const others =
    operation === 'CREATE' ? ' Customers your site already has get them, too, though their rows here fail.' : '';
  const before =
    organizations === 0
      ? []
      : [
          `First, ${called('organizations')} changes detail values of ${countOf(organizations, 'organization')}, once for each.${keeps ? ' It can be undone by itself.' : ''}`,
        ];
  const behind =
    entitlements === 0
      ? []
      : [
          `When the customers’ import has finished, ${called('entitlements')} grants ${countOf(entitlements, 'product')} with their values, and changes the values where one is granted already.${others} It makes single calls and looks each customer up first. ${keeps ? 'It can be undone by itself. Do that first, as undoing' : 'It can’t be undone, and undoing'} the customers’ import leaves customers with new entitlements alone.`,
        ];
  return [...before, ...behind];
}

/** The columns that a sync, a comparison and the undo of the customers leave alone, by their headers. */
export const relatedHeaders = (columns: readonly ImportColumn[]): string[] =>
  columns.flatMap(({ header, target }) => (relatedTo(target) === undefined ? [] : [header]));

/** What becomes of columns to an organization or entitlement, before the file is checked. */
export function relatedNotes(columns: readonly ImportColumn[]): string[] {
  return [
    ...(hasRelated(columns, 'organization')
      ? [
          'Values of an organization are written once for each organization, by an import of its own. Rows that say something else than an earlier row are problems. Empty cells say nothing.',
        ]
      : []),
    ...(hasRelated(columns, 'entitlement')
      ? [
          'Rows with values of an entitlement name one product. It’s granted with its values by an import of its own, once the customers are there. Empty cells say nothing.',
        ]
      : []),
  ];
}
