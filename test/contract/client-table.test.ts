import openapi from '../../src/csm/contract/csm-openapi.json';
import supplement from '../../src/csm/contract/intake-openapi.json';
import { operations } from '../../src/csm/contract/operations.gen';
import * as schemas from '../../src/csm/contract/schemas.gen';

interface Described {
  operationId: string;
  parameters?: { in: string; name: string }[];
  security: { OAuth2: string[] }[];
}

function operationsIn(paths: object): [string, string, Described][] {
  return Object.entries(paths).flatMap(([path, item]: [string, object]) =>
    Object.entries(item).flatMap(([method, value]: [string, Described | object]): [string, string, Described][] =>
      'operationId' in value ? [[method.toUpperCase(), path, value]] : [],
    ),
  );
}

const published = operationsIn(openapi.paths);
const added = operationsIn(supplement.paths);
const table = new Map(Object.entries(operations));
const idsFrom = (source: 'contract' | 'supplement') =>
  [...table].filter(([, operation]) => operation.source === source).map(([id]) => id);
const idsOf = (described: [string, string, Described][]) => described.map(([, , { operationId }]) => operationId);

describe('the operation table', () => {
  test('holds the 50 operations of the contract, 21 experimental and 6 with an idempotency key', () => {
    expect(idsFrom('contract').sort()).toEqual(idsOf(published).sort());
    expect(idsFrom('contract')).toHaveLength(50);
    expect([...table.values()].filter(({ experimental }) => experimental)).toHaveLength(21);
    expect([...table.values()].filter(({ idempotent }) => idempotent)).toHaveLength(6);
  });

  test('tells the two operations of the supplement, which take requests, from those of the contract', () => {
    expect(idsFrom('supplement')).toEqual(idsOf(added));
    expect(idsFrom('supplement')).toEqual(['create-csm-request', 'comment-on-csm-request']);
  });

  test.each([...published, ...added])('%s %s is asked for as the contract says', (method, path, operation) => {
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
