/** Limits of the CSM reference that the schemas of the contract do not state. */
export const FIELDS_PER_ENTITY = 50;
export const FIELD_NAME_MIN = 2;
export const FIELD_NAME_MAX = 255;
export const FIELD_NAME_FORBIDDEN = /[?:;.=“"]/u;
export const FIELD_NAMES_RESERVED: readonly string[] = ['name', 'key', 'created', 'updated', 'label'];
export const VALUE_MAX = 255;
export const ORGANIZATION_NAME_MAX = 200;
export const DISPLAY_NAME_MAX = 255;
export const ORGANIZATIONS_PER_CUSTOMER = 5;
export const PRODUCTS_PER_ENTITY = 5;
export const ORGANIZATIONS_PER_FETCH = 50;
export const PROFILES_PER_FETCH = 25;
export const DETAIL_OPERATIONS_PER_REQUEST = 1_000;
export const PRODUCTS_PAGE_MAX = 100;
export const SEARCH_PAGE_MAX = 1_000;
export const IDEMPOTENCY_KEY_MAX = 100;
