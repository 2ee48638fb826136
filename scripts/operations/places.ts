/** The pages and jobs behind the calls of a folder or file of the sources; the longest path that fits holds. */
export const places: Readonly<Record<string, readonly string[]>> = {
  'src/entry/resolvers/customers/': ['Customers'],
  'src/entry/resolvers/organizations/': ['Organizations'],
  'src/entry/resolvers/products/': ['Products'],
  'src/entry/resolvers/entitlements/': ['Entitlements', 'Entitlements on a profile'],
  'src/entry/entitlement-holder.ts': ['Entitlements', 'Entitlements on a profile'],
  'src/entry/resolvers/fields/': ['Detail fields'],
  'src/entry/resolvers/requests.ts': ['Requests'],
  'src/entry/details/': ['Detail values on a profile'],
  'src/entry/profile/': ['Customer on the issue'],
  'src/csm/definitions.ts': ['Detail fields', 'Imports: the wizard', 'Sync', 'Entitlement rules'],
  'src/csm/names.ts': ['Imports: the wizard', 'Sync', 'Imports: the job'],
  'src/csm/products.ts': ['Products', 'Imports: the wizard'],
  'src/rules/': ['Entitlement rules'],
  'src/jobs/': ['Imports: the job'],
  'src/directory/': ['The directory'],
};
