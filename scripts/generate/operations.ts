import {
  type Contract,
  type ContractOperation,
  type ContractParameter,
  type SchemaNode,
  type Source,
  componentOf,
  methods,
} from './contract';
import { expressionOf } from './expressions';
import type { SchemaModule } from './schemas';

/** The entries of the operation table, in the order of the contract. Throws on an operation the table cannot describe. */
export function generateOperations(contract: Contract, schemas: SchemaModule): string {
  const entries = Object.entries(contract.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      const source = contract.supplementary.has(path) ? 'supplement' : 'contract';
      return operation ? [entry({ path, method, source, shared: item.parameters }, operation, schemas)] : [];
    }),
  );
  return `export const operations = {\n${entries.join('\n')}\n} as const satisfies Record<string, Operation>;\n`;
}

interface Place {
  path: string;
  method: string;
  source: Source;
  /** The parameters of all operations of the path. */
  shared: ContractParameter[];
}

function entry({ path, method, source, shared }: Place, operation: ContractOperation, schemas: SchemaModule): string {
  const parameters = [...shared, ...operation.parameters];
  const named = (place: ContractParameter['in']) => parameters.filter((parameter) => parameter.in === place);
  const headers = new Set(named('header').map(({ name }) => name));
  if (headers.has('X-ExperimentalApi') !== operation['x-experimental'])
    throw new Error(`${operation.operationId}: its header and its mark disagree on whether it is experimental`);
  const { OAuth2: scopes } = operation.security[0];
  return [
    `  '${operation.operationId}': {`,
    `    method: '${method.toUpperCase()}',`,
    `    path: '${path}',`,
    `    pathParameters: [${pathParameters(path, named('path')).join(', ')}],`,
    `    queryParameters: {${named('query').map(queryParameter).join(', ')}},`,
    `    body: ${bodyName(operation, schemas)},`,
    `    response: ${responseExpression(operation, schemas)},`,
    `    scopes: [${scopes.map((scope) => `'${scope}'`).join(', ')}],`,
    `    experimental: ${operation['x-experimental']},`,
    `    idempotent: ${headers.has('Idempotency-Key')},`,
    `    source: '${source}',`,
    // Only GET and the POSTs that fetch or search ask for nothing but read scopes.
    `    readOnly: ${scopes.every((scope) => scope.startsWith('read:'))},`,
    '  },',
  ].join('\n');
}

function pathParameters(path: string, declared: ContractParameter[]): string[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  const strings = declared.filter(({ required, schema }) => required && schema.type === 'string');
  if (names.length !== declared.length || names.length !== strings.length)
    throw new Error(`${path}: its placeholders and its parameters differ, or one is not a required string`);
  return names.map((name) => `'${name}'`);
}

function queryParameter({ name, required, schema }: ContractParameter): string {
  if (schema.type !== 'string' && schema.type !== 'integer') throw new Error(`Query parameter ${name}: ${schema.type}`);
  return `${name}: { type: '${schema.type}', required: ${required} }`;
}

function bodyName({ operationId, requestBody }: ContractOperation, schemas: SchemaModule): string {
  if (!requestBody) return 'null';
  const { $ref } = requestBody.content['application/json'].schema;
  if ($ref === undefined) throw new Error(`${operationId}: its body is not a component schema`);
  return `'${schemas.nameOf(componentOf($ref), 'sent')}'`;
}

function responseExpression({ operationId, responses }: ContractOperation, schemas: SchemaModule): string {
  const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  const [success] = successes;
  if (!success || successes.length > 1) throw new Error(`${operationId}: it has not one successful response`);
  const schema: SchemaNode | undefined = success[1].content?.['application/json'].schema;
  if (!schema) return 'null';
  return expressionOf(schema, 'received', (name) => `schemas.${schemas.nameOf(name, 'received')}`);
}
