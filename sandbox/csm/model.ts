import type { DetailFieldType } from '../../src/contract/fields';

export const fieldEntities = ['customer', 'organization', 'entitlement'] as const;
/** What has detail fields. */
export type FieldEntity = (typeof fieldEntities)[number];

/** Who may see or edit the values of one field. `nobody` stands for a field that only the site itself writes. */
export type FieldAccess = 'everyone' | 'administrators' | 'nobody';

export interface DetailField {
  id: string;
  name: string;
  readonly type: DetailFieldType;
  /** Only for SELECT and MULTISELECT. */
  options: readonly string[];
  view: FieldAccess;
  edit: FieldAccess;
}

/** By the id of the field, so that a rename keeps the values. */
export type DetailValues = Map<string, readonly string[]>;

export interface Customer {
  readonly id: string;
  readonly email: string;
  displayName: string;
  readonly createdAt: number;
  readonly details: DetailValues;
  readonly organizations: Set<string>;
}

export interface Organization {
  readonly id: string;
  name: string;
  readonly details: DetailValues;
  readonly customers: Set<string>;
}

export interface Product {
  readonly id: string;
  name: string;
}

export interface Entitlement {
  readonly id: string;
  readonly productId: string;
  readonly entity: { id: string; type: 'CUSTOMER' | 'ORGANIZATION' };
  readonly details: DetailValues;
}

export type StatusCategory = 'new' | 'indeterminate' | 'done';

/** An issue of Jira. */
export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly description: string;
  /** Null where nobody is named: an anonymous issue. The account may be gone. */
  readonly reporterId: string | null;
  /** Account ids. */
  readonly participantIds: readonly string[];
  readonly statusCategory: StatusCategory;
  /** Who may see it: every agent, or, by its security level, administrators alone. */
  readonly visibleTo: 'agent' | 'administrator';
  readonly createdAt: number;
}

/** A request of a customer that came from outside: an issue that knows where from. */
export interface CsmRequest extends Issue {
  readonly helpCenterId: string;
  /** The system that it came from, in that system's words. */
  readonly origin: string;
  readonly reporterId: string;
  readonly metadata: Readonly<Record<string, string | number | boolean>>;
  readonly comments: RequestComment[];
}

export interface RequestComment {
  readonly id: string;
  readonly authorId: string;
  /** Atlassian Document Format. */
  readonly body: object;
  readonly isPublic: boolean;
}

/** Portal-only accounts, which have no Atlassian account. */
export const isPortalOnly = (customerId: string): boolean => customerId.startsWith('qm:');
