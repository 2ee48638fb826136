import { organizationProfiles } from '../../../src/domain/kinds/organization-profiles';

const encode = organizationProfiles.encoder({
  kind: 'organization-profiles',
  operation: 'UPSERT',
  columns: [
    { header: 'Organization', target: { to: 'name' } },
    { header: 'Members', target: { to: 'memberEmail' } },
  ],
  fields: [],
  options: { emptyCells: 'leave', valueSeparator: ';' },
  lookups: { organizations: [], products: [] },
});

it('offers the address that is meant by a person as mail programs write one among several', () => {
  const { problems } = encode(['Acme', 'bo@acme.example; Ada Byron <ada@acme.example>']);
  expect(problems).toMatchObject([
    { column: 'Members', value: 'Ada Byron <ada@acme.example>', meant: 'ada@acme.example' },
  ]);
});
