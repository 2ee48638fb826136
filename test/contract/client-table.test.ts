import openapi from '../../src/csm/contract/csm-openapi.json';
import { operations } from '../../src/csm/contract/operations.gen';
import * as schemas from '../../src/csm/contract/schemas.gen';

interface Described {
  operationId: string;
  parameters?: { in: string; name: string }[];
  security: { OAuth2: string[] }[];
}

const described: [string, string, Described][] = Object.entries(openapi.paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, value]): [string, string, Described][] =>
    'operationId' in value ? [[method.toUpperCase(), path, value]] : [],
  ),
);
const table = new Map(Object.entries(operations));

describe('the operation table', () => {
  test('holds the 50 operations of the contract, 21 experimental and 6 with an idempotency key', () => {
    expect([...table.keys()].sort()).toEqual(described.map(([, , { operationId }]) => operationId).sort());
    expect(table.size).toBe(50);
    expect([...table.values()].filter(({ experimental }) => experimental)).toHaveLength(21);
    expect([...table.values()].filter(({ idempotent }) => idempotent)).toHaveLength(6);
  });

  test.each(described)('%s %s is asked for as the contract says', (method, path, operation) => {
    const entry = table.get(operation.operationId);
    const parameters = operation.parameters ?? [];
    const named = (place: string) => parameters.filter((parameter) => parameter.in === place).map(({ name }) => name);
    expect(entry).toMatchObject({ method, path, scopes: operation.security[0]?.OAuth2 });
    expect(Object.keys(entry?.queryParameters ?? {})).toEqual(named('query'));
    expect(entry?.pathParameters.map((name) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
    expect(entry?.idempotent).toBe(named('header').includes('Idempotency-Key'));
  });

  test('knows that the POSTs which fetch or search change nothing', () => {
    const posts = [...table].filter(([, { method, readOnly }]) => method === 'POST' && readOnly).map(([id]) => id);
    expect(posts.sort()).toEqual([
      'get-multiple-customer-profiles',
      'get-multiple-organization-profiles',
      'get-multiple-organizations',
      'search-by-detail-field',
    ]);
  });

  test('has a schema for every component of the contract', () => {
    expect(Object.keys(schemas)).toEqual(expect.arrayContaining(Object.keys(openapi.components.schemas)));
  });
});
