import type { CheckSummary } from '../../../contract/file-frame';
import type { ImportColumn } from '../../../contract/imports';
import type { NamedValues } from '../../kinds/cells/readers';
import type { RowProblem } from '../../kinds/problem';
import { type Related, hasRelated, relatedTo } from '../../kinds/related';
import { FirstValues } from './first-values';

/** A field of organizations that columns of the file go to. */
interface OrganizationField {
  /** The header of the first of its columns. */
  header: string;
  at: number;
  /** Of rows that say otherwise, what they say is left out. */
  leavesOut: boolean;
}

/** What the accepted rows of a file say of organizations and entitlements, and where rows contradict each other. */
export class RelatedRows {
  readonly #fields = new Map<string, OrganizationField>();
  readonly #first: FirstValues;
  readonly #isWanted: boolean;
  #entitlements: number;

  /** `before`: what an earlier check of the file has found, which stays. */
  constructor(columns: readonly ImportColumn[], before: RelatedRows | null = null) {
    this.#isWanted = hasRelated(columns);
    for (const { header, target } of columns) {
      if (relatedTo(target) !== 'organization' || target.field === undefined) continue;
      const known = this.#fields.get(target.field);
      const leavesOut = target.skipsInvalid === true || known?.leavesOut === true;
      this.#fields.set(target.field, {
        header: known?.header ?? header,
        at: known?.at ?? this.#fields.size,
        leavesOut,
      });
    }
    this.#first = new FirstValues(this.#fields.size, before === null ? null : before.#first);
    this.#entitlements = before === null ? 0 : before.#entitlements;
  }

  /** What a row says of its organization against what an earlier row says; an empty cell says nothing. */
  problemsOf(related: Related | undefined): RowProblem[] {
    const organization = related?.organization ?? null;
    if (organization === null) return [];
    return organization.values.flatMap(({ name, values }) => {
      const field = this.#fields.get(name);
      if (field === undefined || field.leavesOut) return [];
      const first = this.#first.otherThan(Number(organization.id), field.at, textOf(values));
      return first === null ? [] : [contradiction(field.header, values, first.row, first.text)];
    });
  }

  /** Takes what an accepted row says. */
  add(related: Related | undefined, row: number): void {
    if (related === undefined) return;
    if (related.entitlement !== null) this.#entitlements += 1;
    const { organization } = related;
    for (const { name, values } of organization?.values ?? []) {
      const field = this.#fields.get(name);
      if (field !== undefined && organization !== null)
        this.#first.add(Number(organization.id), field.at, textOf(values), row);
    }
  }

  /** The row whose value of the field counts, or 0 where none has one. */
  rowOf(organizationId: string, fieldName: string): number {
    const field = this.#fields.get(fieldName);
    return field === undefined ? 0 : this.#first.rowOf(Number(organizationId), field.at);
  }

  /** The fields of organizations that the file has columns for. */
  get fields(): readonly string[] {
    return [...this.#fields.keys()];
  }

  build(): Pick<CheckSummary, 'related'> {
    if (!this.#isWanted) return {};
    return { related: { organizations: this.#first.size, entitlements: this.#entitlements } };
  }
}

/** The order of options says nothing. */
const textOf = (values: NamedValues['values']): string => [...values].sort().join(', ');

function contradiction(header: string, values: readonly string[], row: number, text: string | null): RowProblem {
  const said = text === null ? 'something else' : `“${text}”`;
  return {
    column: header,
    value: values.join(', '),
    message: `Row ${row} says ${said} of the same organization. Correct one of the two, or leave one empty.`,
    group: 'An earlier row says something else of the same organization. Correct one of the two, or leave one empty.',
    isOfRow: true,
    canLeaveCell: true,
  };
}
