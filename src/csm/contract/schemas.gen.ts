// Made by `npm run generate` from src/csm/contract/csm-openapi.json and src/csm/contract/intake-openapi.json:
// change those files or scripts/generate, not this one.
import * as v from 'valibot';
import { maybe, oneOf } from './tolerant';

export const DetailFieldOptions = v.array(v.string());
export type DetailFieldOptions = v.InferOutput<typeof DetailFieldOptions>;

export const DetailFieldType = v.object({
  name: oneOf<'TEXT' | 'EMAIL' | 'URL' | 'DATE' | 'NUMBER' | 'BOOLEAN' | 'PHONE' | 'SELECT' | 'MULTISELECT'>(),
  options: maybe(DetailFieldOptions),
});
export type DetailFieldType = v.InferOutput<typeof DetailFieldType>;

export const DetailFieldContextConfiguration = v.object({ position: maybe(v.number()) });
export type DetailFieldContextConfiguration = v.InferOutput<typeof DetailFieldContextConfiguration>;

export const DetailField = v.object({
  id: maybe(v.string()),
  name: maybe(v.string()),
  type: maybe(DetailFieldType),
  values: maybe(v.array(v.string())),
  configuration: maybe(DetailFieldContextConfiguration),
});
export type DetailField = v.InferOutput<typeof DetailField>;

export const Organization = v.object({ id: v.string(), name: v.string(), details: v.array(DetailField) });
export type Organization = v.InferOutput<typeof Organization>;

export const CustomerOrganization = v.object({ id: maybe(v.string()), name: maybe(v.string()) });
export type CustomerOrganization = v.InferOutput<typeof CustomerOrganization>;

export const Customer = v.object({
  id: v.string(),
  name: v.string(),
  details: v.array(DetailField),
  organizations: maybe(v.array(CustomerOrganization)),
});
export type Customer = v.InferOutput<typeof Customer>;

export const CustomerProfile = v.object({ id: v.string(), name: v.string(), email: maybe(v.string()) });
export type CustomerProfile = v.InferOutput<typeof CustomerProfile>;

export const Product = v.object({ id: v.string(), name: v.string() });
export type Product = v.InferOutput<typeof Product>;

export const EntitledEntity = v.object({ id: v.string(), type: oneOf<'CUSTOMER' | 'ORGANIZATION'>() });
export type EntitledEntity = v.InferOutput<typeof EntitledEntity>;

export const Entitlement = v.object({
  id: v.string(),
  product: Product,
  entitledEntity: EntitledEntity,
  details: v.array(DetailField),
});
export type Entitlement = v.InferOutput<typeof Entitlement>;

export const PaginatedProducts = v.object({ results: v.array(Product), nextPageCursor: maybe(v.string()) });
export type PaginatedProducts = v.InferOutput<typeof PaginatedProducts>;

export const DetailFieldSavedValue = v.array(v.string());
export type DetailFieldSavedValue = v.InferOutput<typeof DetailFieldSavedValue>;

export const DetailFieldOptionsSent = v.array(v.pipe(v.string(), v.maxLength(255)));
export type DetailFieldOptionsSent = v.InferOutput<typeof DetailFieldOptionsSent>;

export const DetailFieldTypeSent = v.object({
  name: v.picklist(['TEXT', 'EMAIL', 'URL', 'DATE', 'NUMBER', 'BOOLEAN', 'PHONE', 'SELECT', 'MULTISELECT']),
  options: v.optional(DetailFieldOptionsSent),
});
export type DetailFieldTypeSent = v.InferOutput<typeof DetailFieldTypeSent>;

export const DetailFieldValue = v.object({
  id: maybe(v.string()),
  name: maybe(v.string()),
  type: maybe(DetailFieldType),
  values: maybe(v.array(v.string())),
});
export type DetailFieldValue = v.InferOutput<typeof DetailFieldValue>;

export const DetailFieldDefinition = v.object({ name: v.string(), type: DetailFieldType });
export type DetailFieldDefinition = v.InferOutput<typeof DetailFieldDefinition>;

export const DetailFieldWithConfiguration = v.object({
  name: v.string(),
  type: DetailFieldType,
  configuration: DetailFieldContextConfiguration,
});
export type DetailFieldWithConfiguration = v.InferOutput<typeof DetailFieldWithConfiguration>;

export const DetailFieldsWithConfiguration = v.object({ results: v.array(DetailFieldWithConfiguration) });
export type DetailFieldsWithConfiguration = v.InferOutput<typeof DetailFieldsWithConfiguration>;

export const CreateDetailFieldRequest = v.object({ name: v.string(), type: DetailFieldTypeSent });
export type CreateDetailFieldRequest = v.InferOutput<typeof CreateDetailFieldRequest>;

export const CreateDetailFieldResponse = DetailFieldDefinition;
export type CreateDetailFieldResponse = v.InferOutput<typeof CreateDetailFieldResponse>;

export const EditDetailFieldRequest = v.object({ name: v.string(), options: v.optional(DetailFieldOptionsSent) });
export type EditDetailFieldRequest = v.InferOutput<typeof EditDetailFieldRequest>;

export const EditDetailFieldResponse = DetailFieldDefinition;
export type EditDetailFieldResponse = v.InferOutput<typeof EditDetailFieldResponse>;

export const SearchDetailField = v.object({ name: v.string(), value: v.string() });
export type SearchDetailField = v.InferOutput<typeof SearchDetailField>;

export const CustomerSearchByDetailFieldRequest = v.object({ detailFields: v.array(SearchDetailField) });
export type CustomerSearchByDetailFieldRequest = v.InferOutput<typeof CustomerSearchByDetailFieldRequest>;

export const CustomerSearchByDetailFieldResponse = v.object({
  page: maybe(v.number()),
  maxResults: maybe(v.number()),
  total: maybe(v.number()),
  isLast: maybe(v.boolean()),
  customers: maybe(v.array(CustomerProfile)),
});
export type CustomerSearchByDetailFieldResponse = v.InferOutput<typeof CustomerSearchByDetailFieldResponse>;

export const UpdateDetailFieldRequest = v.object({ values: v.optional(v.array(v.pipe(v.string(), v.maxLength(255)))) });
export type UpdateDetailFieldRequest = v.InferOutput<typeof UpdateDetailFieldRequest>;

export const UpdateDetailFieldResponse = DetailFieldValue;
export type UpdateDetailFieldResponse = v.InferOutput<typeof UpdateDetailFieldResponse>;

export const BulkDetailFieldOperation = v.object({
  operationType: v.picklist(['UPDATE', 'PATCH', 'DELETE']),
  payload: v.object({ name: v.pipe(v.string(), v.maxLength(255)), values: v.optional(v.array(v.string())) }),
});
export type BulkDetailFieldOperation = v.InferOutput<typeof BulkDetailFieldOperation>;

export const BulkCustomerDetailFieldOperation = v.object({
  customerId: v.string(),
  operations: v.array(BulkDetailFieldOperation),
});
export type BulkCustomerDetailFieldOperation = v.InferOutput<typeof BulkCustomerDetailFieldOperation>;

export const BulkCustomerDetailFieldRequest = v.object({ customers: v.array(BulkCustomerDetailFieldOperation) });
export type BulkCustomerDetailFieldRequest = v.InferOutput<typeof BulkCustomerDetailFieldRequest>;

export const ProductRequest = v.object({ name: v.pipe(v.string(), v.maxLength(200)) });
export type ProductRequest = v.InferOutput<typeof ProductRequest>;

export const EntitlementRequest = v.object({ productId: v.string() });
export type EntitlementRequest = v.InferOutput<typeof EntitlementRequest>;

export const OrganizationCreateRequest = v.object({ name: v.string() });
export type OrganizationCreateRequest = v.InferOutput<typeof OrganizationCreateRequest>;

export const OrganizationUpdateRequest = v.object({ name: v.string() });
export type OrganizationUpdateRequest = v.InferOutput<typeof OrganizationUpdateRequest>;

export const OrganizationOperationRequest = v.object({ id: v.optional(v.string()), name: v.string() });
export type OrganizationOperationRequest = v.InferOutput<typeof OrganizationOperationRequest>;

export const BulkOrganizationOperationRequest = v.object({
  operationType: v.picklist(['CREATE', 'UPDATE']),
  payload: OrganizationOperationRequest,
});
export type BulkOrganizationOperationRequest = v.InferOutput<typeof BulkOrganizationOperationRequest>;

export const BulkOrganizationRequest = v.object({
  organizations: v.pipe(v.array(BulkOrganizationOperationRequest), v.minLength(1), v.maxLength(50)),
});
export type BulkOrganizationRequest = v.InferOutput<typeof BulkOrganizationRequest>;

export const CustomersInOrganizationResponse = v.object({
  page: maybe(v.number()),
  limit: maybe(v.number()),
  hasNext: maybe(v.boolean()),
  customerIds: maybe(v.array(v.string())),
});
export type CustomersInOrganizationResponse = v.InferOutput<typeof CustomersInOrganizationResponse>;

export const CustomerAccount = v.object({ displayName: v.string(), email: maybe(v.string()) });
export type CustomerAccount = v.InferOutput<typeof CustomerAccount>;

export const CustomerCreateRequest = v.object({ displayName: v.optional(v.string()), email: v.string() });
export type CustomerCreateRequest = v.InferOutput<typeof CustomerCreateRequest>;

export const CreatedCustomerAccount = v.object({
  customerId: v.string(),
  displayName: v.string(),
  email: maybe(v.string()),
});
export type CreatedCustomerAccount = v.InferOutput<typeof CreatedCustomerAccount>;

export const CustomerUpdateRequest = v.object({ displayName: v.string() });
export type CustomerUpdateRequest = v.InferOutput<typeof CustomerUpdateRequest>;

export const UpdatedCustomerAccount = v.object({ displayName: v.string(), email: maybe(v.string()) });
export type UpdatedCustomerAccount = v.InferOutput<typeof UpdatedCustomerAccount>;

export const CustomerAccountOperationRequest = v.object({
  displayName: v.optional(v.string()),
  email: v.optional(v.pipe(v.string(), v.email())),
  customerId: v.optional(v.string()),
});
export type CustomerAccountOperationRequest = v.InferOutput<typeof CustomerAccountOperationRequest>;

export const BulkCustomerAccountOperationRequest = v.object({
  operationType: v.picklist(['CREATE', 'UPDATE']),
  payload: CustomerAccountOperationRequest,
});
export type BulkCustomerAccountOperationRequest = v.InferOutput<typeof BulkCustomerAccountOperationRequest>;

export const BulkCustomerAccountRequest = v.object({
  customerAccounts: v.pipe(v.array(BulkCustomerAccountOperationRequest), v.minLength(1), v.maxLength(50)),
});
export type BulkCustomerAccountRequest = v.InferOutput<typeof BulkCustomerAccountRequest>;

export const AssociateCustomers = v.object({ customerIds: v.optional(v.pipe(v.array(v.string()), v.maxLength(25))) });
export type AssociateCustomers = v.InferOutput<typeof AssociateCustomers>;

export const ProfileDetailFieldValueRequest = v.object({
  name: v.string(),
  values: v.array(v.pipe(v.string(), v.maxLength(255))),
});
export type ProfileDetailFieldValueRequest = v.InferOutput<typeof ProfileDetailFieldValueRequest>;

export const AssociateProducts = v.object({ productIds: v.optional(v.pipe(v.array(v.string()), v.maxLength(5))) });
export type AssociateProducts = v.InferOutput<typeof AssociateProducts>;

export const OrganizationProfileCreateRequest = v.object({
  name: v.string(),
  details: v.optional(v.array(ProfileDetailFieldValueRequest)),
  associateCustomers: v.optional(AssociateCustomers),
  associateProducts: v.optional(AssociateProducts),
});
export type OrganizationProfileCreateRequest = v.InferOutput<typeof OrganizationProfileCreateRequest>;

export const ProfileDetailFieldValue = v.object({
  type: oneOf<'TEXT' | 'EMAIL' | 'URL' | 'DATE' | 'NUMBER' | 'BOOLEAN' | 'PHONE' | 'SELECT' | 'MULTISELECT'>(),
  text: v.array(v.string()),
});
export type ProfileDetailFieldValue = v.InferOutput<typeof ProfileDetailFieldValue>;

export const ProfileDetailField = v.object({ name: v.string(), value: ProfileDetailFieldValue });
export type ProfileDetailField = v.InferOutput<typeof ProfileDetailField>;

export const ProfileEntitlementField = v.object({
  id: maybe(v.string()),
  product: maybe(Product),
  entitledEntity: maybe(EntitledEntity),
  details: maybe(v.array(ProfileDetailField)),
});
export type ProfileEntitlementField = v.InferOutput<typeof ProfileEntitlementField>;

export const ProfileCustomerField = v.object({ id: maybe(v.string()) });
export type ProfileCustomerField = v.InferOutput<typeof ProfileCustomerField>;

export const OrganizationProfile = v.object({
  id: v.string(),
  name: v.string(),
  details: maybe(v.array(ProfileDetailField)),
  entitlements: maybe(v.array(ProfileEntitlementField)),
  customers: maybe(v.array(ProfileCustomerField)),
});
export type OrganizationProfile = v.InferOutput<typeof OrganizationProfile>;

export const FetchOrganizationRequest = v.object({
  organizationIds: v.optional(v.array(v.string())),
  organizationNames: v.optional(v.array(v.string())),
});
export type FetchOrganizationRequest = v.InferOutput<typeof FetchOrganizationRequest>;

export const FetchOrganizationResponse = v.object({ organizations: v.array(CustomerOrganization) });
export type FetchOrganizationResponse = v.InferOutput<typeof FetchOrganizationResponse>;

export const FetchOrganizationProfilesRequest = v.object({
  organizationIds: v.optional(v.array(v.string())),
  organizationNames: v.optional(v.array(v.string())),
  expand: v.optional(v.array(v.picklist(['entitlements']))),
});
export type FetchOrganizationProfilesRequest = v.InferOutput<typeof FetchOrganizationProfilesRequest>;

export const OrganizationProfilesResponse = v.object({ profiles: v.array(OrganizationProfile) });
export type OrganizationProfilesResponse = v.InferOutput<typeof OrganizationProfilesResponse>;

export const BulkManageOrganizationProfilePayload = v.object({
  id: v.optional(v.string()),
  name: v.optional(v.string()),
  details: v.optional(v.array(ProfileDetailFieldValueRequest)),
  associateCustomers: v.optional(AssociateCustomers),
  associateProducts: v.optional(AssociateProducts),
});
export type BulkManageOrganizationProfilePayload = v.InferOutput<typeof BulkManageOrganizationProfilePayload>;

export const BulkManageOrganizationProfileOperation = v.object({
  operationType: v.picklist(['CREATE', 'UPDATE', 'UPSERT']),
  payload: BulkManageOrganizationProfilePayload,
});
export type BulkManageOrganizationProfileOperation = v.InferOutput<typeof BulkManageOrganizationProfileOperation>;

export const BulkManageOrganizationProfilesRequest = v.object({
  organizationProfiles: v.pipe(v.array(BulkManageOrganizationProfileOperation), v.maxLength(100)),
});
export type BulkManageOrganizationProfilesRequest = v.InferOutput<typeof BulkManageOrganizationProfilesRequest>;

export const BulkOrganizationDetailFieldOperation = v.object({
  id: v.string(),
  operations: v.array(BulkDetailFieldOperation),
});
export type BulkOrganizationDetailFieldOperation = v.InferOutput<typeof BulkOrganizationDetailFieldOperation>;

export const BulkOrganizationDetailFieldRequest = v.object({
  organizations: v.array(BulkOrganizationDetailFieldOperation),
});
export type BulkOrganizationDetailFieldRequest = v.InferOutput<typeof BulkOrganizationDetailFieldRequest>;

export const AssociateOrganizations = v.object({
  organizationIds: v.optional(v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(5))),
});
export type AssociateOrganizations = v.InferOutput<typeof AssociateOrganizations>;

export const CustomerProfileCreateRequest = v.object({
  displayName: v.optional(v.string()),
  email: v.string(),
  details: v.optional(v.array(ProfileDetailFieldValueRequest)),
  associateOrganizations: v.optional(AssociateOrganizations),
  associateProducts: v.optional(AssociateProducts),
});
export type CustomerProfileCreateRequest = v.InferOutput<typeof CustomerProfileCreateRequest>;

export const CustomerAccountProfile = v.object({
  customerId: v.string(),
  displayName: v.string(),
  email: maybe(v.string()),
  organizations: maybe(v.array(CustomerOrganization)),
  details: maybe(v.array(ProfileDetailField)),
  entitlements: maybe(v.array(ProfileEntitlementField)),
});
export type CustomerAccountProfile = v.InferOutput<typeof CustomerAccountProfile>;

export const FetchCustomerProfilesRequest = v.object({
  customerIds: v.pipe(v.array(v.string()), v.maxLength(25)),
  expand: v.optional(v.array(v.picklist(['entitlements']))),
});
export type FetchCustomerProfilesRequest = v.InferOutput<typeof FetchCustomerProfilesRequest>;

export const CustomerProfilesResponse = v.object({ profiles: v.array(CustomerAccountProfile) });
export type CustomerProfilesResponse = v.InferOutput<typeof CustomerProfilesResponse>;

export const BulkManageCustomerProfilePayload = v.object({
  customerId: v.optional(v.string()),
  email: v.optional(v.string()),
  displayName: v.optional(v.string()),
  details: v.optional(v.array(ProfileDetailFieldValueRequest)),
  associateOrganizations: v.optional(AssociateOrganizations),
  associateProducts: v.optional(AssociateProducts),
});
export type BulkManageCustomerProfilePayload = v.InferOutput<typeof BulkManageCustomerProfilePayload>;

export const BulkManageCustomerProfileOperation = v.object({
  operationType: v.picklist(['CREATE', 'UPDATE', 'UPSERT']),
  payload: BulkManageCustomerProfilePayload,
});
export type BulkManageCustomerProfileOperation = v.InferOutput<typeof BulkManageCustomerProfileOperation>;

export const BulkManageCustomerProfilesRequest = v.object({
  customerProfiles: v.pipe(v.array(BulkManageCustomerProfileOperation), v.maxLength(100)),
});
export type BulkManageCustomerProfilesRequest = v.InferOutput<typeof BulkManageCustomerProfilesRequest>;

export const RestError = v.object({
  errorMessage: maybe(v.string()),
  errors: maybe(v.array(v.string())),
  statusCode: maybe(v.number()),
});
export type RestError = v.InferOutput<typeof RestError>;

export const ExternalFormIntakeRequest = v.object({
  helpCenterId: v.string(),
  origin: v.string(),
  summary: v.string(),
  description: v.optional(v.string()),
  reporterEmail: v.optional(v.pipe(v.string(), v.email())),
  metadata: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))),
});
export type ExternalFormIntakeRequest = v.InferOutput<typeof ExternalFormIntakeRequest>;

export const ExternalFormIntakeResponse = v.object({
  id: v.string(),
  key: v.string(),
  helpCenterId: v.string(),
  link: v.string(),
});
export type ExternalFormIntakeResponse = v.InferOutput<typeof ExternalFormIntakeResponse>;

export const TaskFailure = v.object({
  entity: oneOf<'CUSTOMER' | 'ORGANIZATION'>(),
  entityId: v.string(),
  operation: oneOf<'CREATE' | 'UPDATE' | 'UPSERT' | 'PATCH' | 'DELETE'>(),
  operatedOn: oneOf<
    | 'CUSTOMER_ACCOUNT'
    | 'ORGANIZATION'
    | 'DETAIL_FIELD'
    | 'ASSOCIATE_ORGANIZATION'
    | 'ASSOCIATE_PRODUCT'
    | 'ASSOCIATE_CUSTOMER'
  >(),
  operatedOnIds: maybe(v.array(v.string())),
  error: maybe(v.string()),
});
export type TaskFailure = v.InferOutput<typeof TaskFailure>;

export const TaskStatusResponse = v.object({
  id: v.string(),
  type: maybe(
    oneOf<
      | 'BULK_CUSTOMER_PROFILE_CREATE_UPDATE'
      | 'BULK_CUSTOMER_ACCOUNT_CREATE_UPDATE'
      | 'BULK_CUSTOMER_DETAIL'
      | 'BULK_ORGANIZATION_PROFILE_CREATE_UPDATE'
      | 'BULK_ORGANIZATION_CREATE_UPDATE'
      | 'BULK_ORGANIZATION_DETAIL'
    >(),
  ),
  status: oneOf<'NOT_STARTED' | 'IN_PROGRESS' | 'FAILED' | 'FINISHED' | 'CANCELLED'>(),
  failures: maybe(v.array(TaskFailure)),
  createdAt: v.string(),
  updatedAt: v.string(),
});
export type TaskStatusResponse = v.InferOutput<typeof TaskStatusResponse>;

export const TaskSubmitResponse = v.object({ id: v.string(), statusUrl: v.string() });
export type TaskSubmitResponse = v.InferOutput<typeof TaskSubmitResponse>;

export const IdempotencyKeyHeader = v.string();
export type IdempotencyKeyHeader = v.InferOutput<typeof IdempotencyKeyHeader>;

export const ExperimentalHeader = v.string();
export type ExperimentalHeader = v.InferOutput<typeof ExperimentalHeader>;

export const IssueCommentRequest = v.object({
  body: v.optional(v.record(v.string(), v.unknown())),
  public: v.optional(v.boolean()),
});
export type IssueCommentRequest = v.InferOutput<typeof IssueCommentRequest>;

export const IssueCommentResponse = v.object({ id: v.string() });
export type IssueCommentResponse = v.InferOutput<typeof IssueCommentResponse>;
