import { type SchemaNode, componentOf } from './contract';

/**
 * In which direction a value travels. What the app sends keeps every rule of the contract. What it receives is read
 * tolerantly: a later server may send longer texts, more items, new enum values, or null for a property that it has
 * nothing to say about.
 */
export type Direction = 'sent' | 'received';

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const property = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name));

/** The valibot expression of a schema; `reference` writes the name of a component. Throws on what it cannot express. */
export function expressionOf(node: SchemaNode, direction: Direction, reference: (name: string) => string): string {
  const inner = (child: SchemaNode): string => expressionOf(child, direction, reference);
  if (node.$ref !== undefined) return reference(componentOf(node.$ref));
  if (node.oneOf) return `v.union([${node.oneOf.map(inner).join(', ')}])`;
  switch (node.type) {
    case 'object':
      return objectExpression(node, direction, inner);
    case 'array':
      if (!node.items) throw new Error('An array without items');
      return limited(`v.array(${inner(node.items)})`, direction, {
        minLength: node.minItems,
        maxLength: node.maxItems,
      });
    case 'string':
      return stringExpression(node, direction);
    case 'integer':
      return direction === 'sent' ? 'v.pipe(v.number(), v.integer())' : 'v.number()';
    case 'number':
      return 'v.number()';
    case 'boolean':
      return 'v.boolean()';
    case undefined:
      throw new Error(`A schema without a type: ${JSON.stringify(node)}`);
  }
}

function objectExpression(node: SchemaNode, direction: Direction, inner: (child: SchemaNode) => string): string {
  if (node.additionalProperties) return `v.record(v.string(), ${inner(node.additionalProperties)})`;
  if (!node.properties) return 'v.record(v.string(), v.unknown())';
  const optional = direction === 'sent' ? 'v.optional' : 'maybe';
  const entries = Object.entries(node.properties).map(([name, child]) => {
    const expression = inner(child);
    return `${property(name)}: ${node.required?.includes(name) ? expression : `${optional}(${expression})`}`;
  });
  return `v.object({ ${entries.join(', ')} })`;
}

function stringExpression(node: SchemaNode, direction: Direction): string {
  if (node.enum) {
    return direction === 'sent'
      ? `v.picklist([${node.enum.map(quoted).join(', ')}])`
      : `oneOf<${node.enum.map(quoted).join(' | ')}>()`;
  }
  return limited('v.string()', direction, {
    ...(node.format === 'email' ? { email: true } : {}),
    minLength: node.minLength,
    maxLength: node.maxLength,
  });
}

function limited(
  expression: string,
  direction: Direction,
  limits: { email?: boolean; minLength: number | undefined; maxLength: number | undefined },
): string {
  if (direction === 'received') return expression;
  const actions = [
    ...(limits.email ? ['v.email()'] : []),
    ...(limits.minLength === undefined ? [] : [`v.minLength(${limits.minLength})`]),
    ...(limits.maxLength === undefined ? [] : [`v.maxLength(${limits.maxLength})`]),
  ];
  return actions.length === 0 ? expression : `v.pipe(${[expression, ...actions].join(', ')})`;
}
