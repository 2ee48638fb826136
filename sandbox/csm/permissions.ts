import type { OperationId } from './operation';
import type { Right } from './users';

/** Who may call what, all of the rights being needed; none asks for a login alone. CSM reference, as in docs/sandbox-api.md. */
export const permissions: Readonly<Record<OperationId, readonly Right[]>> = {
  'get-all-organization-details': ['administrator'],
  'create-organization-detail': ['administrator'],
  'update-field-for-organizations': ['administrator'],
  'delete-organization-detail': ['administrator'],
  'get-all-customer-details': ['administrator'],
  'create-customer-detail': ['administrator'],
  'update-field-for-customers': ['administrator'],
  'delete-customer-detail': ['administrator'],
  'get-all-entitlement-details': ['administrator'],
  'create-entitlement-detail': ['administrator'],
  'update-field-for-entitlements': ['administrator'],
  'delete-entitlement-detail': ['administrator'],

  'get-organization': ['agent'],
  'update-organization': ['user'],
  'delete-organization': ['administrator'],
  'update-field-value-for-organizations': ['agent'],
  'get-organization-entitlements': ['agent'],
  'create-organization-entitlement': ['agent'],
  'create-organization': ['user'],
  'get-multiple-organizations': ['user'],
  'get-organization-profile': ['user'],
  'create-organization-profile': ['user'],
  'get-multiple-organization-profiles': ['user'],
  'bulk-manage-organization-profiles': ['user'],
  'bulk-manage-organizations': ['user'],
  'bulk-manage-organization-details': ['user'],

  'get-customer': ['agent'],
  'search-by-detail-field': ['agent'],
  'update-field-value-for-customer': ['agent'],
  'get-customer-entitlements': ['agent'],
  'create-customer-entitlement': ['agent'],
  'create-customer': ['administrator'],
  'get-customer-account': ['agent'],
  'update-customer-account': ['administrator'],
  'delete-customer-account': ['administrator'],
  'get-customer-profile': ['user'],
  'create-customer-profile': ['administrator', 'user'],
  'get-multiple-customer-profiles': ['user'],
  'bulk-update-customer-details': ['user'],
  'bulk-create-customer-accounts': ['administrator'],
  'bulk-manage-multiple-customer-profiles': ['administrator', 'user'],

  'get-products': ['agent'],
  'create-product': ['agent'],
  'get-product': ['agent'],
  'update-product': ['agent'],
  'delete-product': ['administrator'],

  'get-entitlement': ['agent'],
  'delete-entitlement': ['administrator'],
  'update-field-value-for-entitlement': ['agent'],

  'get-task-status': ['user'],

  'create-csm-request': [],
  'comment-on-csm-request': [],
};

/** The operations that a site can keep for administrators. */
export const organizationWrites: ReadonlySet<OperationId> = new Set<OperationId>([
  'create-organization',
  'update-organization',
  'create-organization-profile',
  'bulk-manage-organizations',
  'bulk-manage-organization-profiles',
]);
