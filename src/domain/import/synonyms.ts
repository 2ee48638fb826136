import type { Target } from '../../contract/imports';

/** Headers as other tools write them, reduced to letters and digits by {@link headerKey}. */
const synonyms: readonly [Target, readonly string[]][] = [
  [
    { to: 'email' },
    [
      'email',
      'emailaddress',
      'emailid',
      'mail',
      'mailaddress',
      'useremail',
      'customeremail',
      'contactemail',
      'workemail',
    ],
  ],
  [
    { to: 'email' },
    ['primaryemail', 'emailadresse', 'mailadresse', 'courriel', 'adresseemail', 'correo', 'correoelectronico'],
  ],
  [{ to: 'customerId' }, ['customerid', 'accountid', 'atlassianid', 'atlassianaccountid', 'userid', 'csmcustomerid']],
  [
    { to: 'displayName' },
    ['displayname', 'fullname', 'name', 'customername', 'customer', 'contactname', 'contact', 'username', 'kunde'],
  ],
  [{ to: 'displayName' }, ['vollername', 'nomcomplet', 'nombrecompleto', 'anzeigename']],
  [
    { to: 'organization', by: 'id' },
    ['organizationid', 'organisationid', 'orgid', 'organizationids', 'orgids', 'companyid'],
  ],
  [
    { to: 'organization', by: 'name' },
    [
      'organization',
      'organizations',
      'organisation',
      'organisations',
      'org',
      'orgs',
      'company',
      'companies',
      'companyname',
    ],
  ],
  [
    { to: 'organization', by: 'name' },
    [
      'organizationname',
      'organisationname',
      'orgname',
      'accountname',
      'account',
      'firma',
      'unternehmen',
      'entreprise',
      'empresa',
    ],
  ],
  [{ to: 'product', by: 'id' }, ['productid', 'productids']],
  [
    { to: 'product', by: 'name' },
    ['product', 'products', 'productname', 'productnames', 'produkt', 'produit', 'producto'],
  ],
];

/** What is compared of a header: its letters and digits without accents, in lower case. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
}

const targets: ReadonlyMap<string, Target> = new Map(
  synonyms.flatMap(([target, headers]) => headers.map((header) => [header, target] as const)),
);

/** The place that headers of this name go to in imports of customers, if there is one. */
export function knownTarget(header: string): Target | undefined {
  return targets.get(headerKey(header));
}
