/** The part of the contract that the corrections touch. */
interface CorrectableContract {
  components: { schemas: object };
}

const CUSTOMERS_PER_ORGANIZATION_REQUEST = 25;

/**
 * The known errata of the contract, corrected in this one place, for the site and for the validator of its exchanges:
 * - PaginatedProducts requires `hasNextPage` and TaskStatusResponse `name` and `progress` without defining them.
 * - AssociateCustomers states its limit of 25 on the items, where it means nothing.
 * - IssueCommentRequest requires `comment` where it defines `body`.
 * The contract itself stays as the vendor prints it.
 */
export function correctContract<T extends CorrectableContract>(contract: T): T {
  return {
    ...contract,
    components: {
      ...contract.components,
      schemas: {
        ...contract.components.schemas,
        ...corrections(contract.components.schemas),
      },
    },
  };
}

function corrections(schemas: object): object {
  return {
    PaginatedProducts: withProperties(schemas, 'PaginatedProducts', { hasNextPage: { type: 'boolean' } }),
    TaskStatusResponse: withProperties(schemas, 'TaskStatusResponse', {
      name: { type: 'string' },
      progress: { type: 'integer', minimum: 0, maximum: 100 },
    }),
    IssueCommentRequest: { ...schemaOf(schemas, 'IssueCommentRequest'), required: ['body'] },
    AssociateCustomers: {
      type: 'object',
      properties: {
        customerIds: { type: 'array', maxItems: CUSTOMERS_PER_ORGANIZATION_REQUEST, items: { type: 'string' } },
      },
    },
  };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function schemaOf(schemas: object, name: string): { properties: object } {
  const schema: unknown = Object.entries(schemas).find(([key]) => key === name)?.[1];
  if (!isObject(schema) || !isObject(schema['properties'])) throw new Error(`The contract has no schema ${name}.`);
  return { ...schema, properties: schema['properties'] };
}

function withProperties(schemas: object, name: string, added: object): object {
  const schema = schemaOf(schemas, name);
  return { ...schema, properties: { ...schema.properties, ...added } };
}
