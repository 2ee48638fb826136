import { registerSchema, setShouldValidateSchema, validate, type Validator } from '@hyperjump/json-schema/openapi-3-0';
import { operations } from '../../src/csm/contract/operations.gen';
import { contract } from '../../sandbox/csm/contract';
import { CSM_ROOT, matchOperation } from '../../sandbox/csm/router';

/** A request and its answer as they pass through the site. */
export interface Exchange {
  request: { method: string; path: string; body: string | null };
  response: { status: number; body: string };
}

/** What breaks the contract, one sentence each; empty where all is well. */
export interface Findings {
  request: string[];
  response: string[];
}

const CONTRACT_URI = 'https://contract.test/csm';
const DIALECT = 'https://spec.openapis.org/oas/3.0/schema';
/** Statuses that the contract leaves out of single operations although csm-api and the gateway give them to all. */
const GENERAL_STATUSES = new Set([400, 401, 404, 405, 412, 429, 500, 502, 503, 504]);

/** The contract lacks the prose that the OpenAPI schema requires, so that the document itself is not validated. */
setShouldValidateSchema(false);
registerSchema({ ...contract }, CONTRACT_URI, DIALECT);

const validators = new Map<string, Promise<Validator>>();

function validatorOf(pointer: string): Promise<Validator> {
  const validator = validators.get(pointer) ?? validate(`${CONTRACT_URI}#${pointer}`);
  validators.set(pointer, validator);
  return validator;
}

async function problems(pointer: string, text: string | null): Promise<string[]> {
  let value: Parameters<Validator>[0];
  try {
    value = JSON.parse(text ?? '') as Parameters<Validator>[0];
  } catch {
    return ['The body is not JSON.'];
  }
  const validator = await validatorOf(pointer);
  const output = validator(value, 'BASIC');
  if (output.valid) return [];
  return (output.errors ?? []).map((error) => `${error.instanceLocation} breaks ${error.absoluteKeywordLocation}`);
}

const segment = (text: string): string => encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'));

/**
 * Checks one exchange of the CSM API against the contract, by a validator that shares nothing with the site's own.
 * Calls beside the CSM API have no contract here and pass.
 */
export async function validateExchange({ request, response }: Exchange): Promise<Findings> {
  const findings: Findings = { request: [], response: [] };
  if (!request.path.startsWith(`${CSM_ROOT}/`)) return findings;
  const { id } = matchOperation(request.method, request.path.split('?')[0] ?? '');
  const { path, method, body, response: answers, idempotent } = operations[id];
  const pointer = `/paths/${segment(path)}/${method.toLowerCase()}`;
  const json = `content/${segment('application/json')}/schema`;
  if (body !== null) findings.request = await problems(`${pointer}/requestBody/${json}`, request.body);
  const { status } = response;
  if (status === 204) {
    if (answers !== null || response.body !== '') findings.response.push(`${id} answered 204 where it has a body.`);
  } else if (status === 200 || (status === 202 && idempotent)) {
    findings.response = await problems(`${pointer}/responses/200/${json}`, response.body);
  } else if (status < 400) {
    findings.response.push(`${id} answered ${status}.`);
  } else if (status === 403 || GENERAL_STATUSES.has(status)) {
    if (status < 429) findings.response = await problems('/components/schemas/RestError', response.body);
  } else {
    findings.response.push(`${id} answered ${status}, which the contract does not know.`);
  }
  return findings;
}
