import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { contract } from './contract';
import { operationOf, type BodyOf, type OperationId } from './operation';
import { badRequest } from './refusal';

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ components: contract.components }, 'csm');

const validators = new Map<string, ValidateFunction>();

function validatorOf(name: string): ValidateFunction {
  const known = validators.get(name);
  if (known !== undefined) return known;
  const validator = ajv.compile({ $ref: `csm#/components/schemas/${name}` });
  validators.set(name, validator);
  return validator;
}

/** @throws Refusal 400 for a body that is not JSON or not what the contract asks for, each fault as one error. */
export function parseBody<Id extends OperationId>(id: Id, text: string | null): BodyOf<Id>;
export function parseBody(id: OperationId, text: string | null): unknown {
  const name = operationOf(id).body;
  if (name === null) return null;
  if (text === null || text === '') throw badRequest('The request has no body.');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw badRequest('The request body is not valid JSON.');
  }
  const validate = validatorOf(name);
  if (validate(body)) return body;
  const errors = (validate.errors ?? []).map(
    (error) => `${error.instancePath || '/'} ${error.message ?? error.keyword}`,
  );
  throw badRequest('The request body is not valid.', errors);
}
