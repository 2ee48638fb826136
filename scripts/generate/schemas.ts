import { type Contract, type SchemaNode, componentOf, methods } from './contract';
import { mapValues, withErrataApplied } from './errata';
import { type Direction, expressionOf } from './expressions';

interface Variant {
  component: string;
  direction: Direction;
}

/** How the components of a contract are named in the generated module, and the module itself. */
export interface SchemaModule {
  nameOf: (component: string, direction: Direction) => string;
  source: string;
}

/**
 * One schema per component and direction in which it travels. A component that travels both ways gives two: `Name` as
 * received and `NameSent`. One that no operation uses is taken by its name: `…Request` is sent, the rest received.
 */
export function generateSchemas(contract: Contract): SchemaModule {
  const components = mapValues(contract.components.schemas, withErrataApplied);
  const sent = closure(components, bodies(contract));
  const received = closure(components, answers(contract));
  const variants = Object.keys(components).flatMap((component): Variant[] => {
    const directions: Direction[] = [];
    if (received.has(component)) directions.push('received');
    if (sent.has(component)) directions.push('sent');
    if (directions.length === 0) directions.push(component.endsWith('Request') ? 'sent' : 'received');
    return directions.map((direction) => ({ component, direction }));
  });
  const nameOf = (component: string, direction: Direction): string =>
    direction === 'sent' && received.has(component) ? `${component}Sent` : component;
  const ordered = inOrderOfUse(variants, components);
  return { nameOf, source: ordered.map((variant) => declaration(variant, components, nameOf)).join('\n') };
}

function declaration(
  { component, direction }: Variant,
  components: Record<string, SchemaNode>,
  nameOf: SchemaModule['nameOf'],
): string {
  const name = nameOf(component, direction);
  const expression = expressionOf(nodeOf(components, component), direction, (other) => nameOf(other, direction));
  return `export const ${name} = ${expression};\nexport type ${name} = v.InferOutput<typeof ${name}>;\n`;
}

function nodeOf(components: Record<string, SchemaNode>, component: string): SchemaNode {
  const node = components[component];
  if (!node) throw new Error(`The contract refers to ${component} and does not define it`);
  return node;
}

/** A constant can only use constants above it. */
function inOrderOfUse(variants: Variant[], components: Record<string, SchemaNode>): Variant[] {
  const keyOf = (variant: Variant): string => `${variant.component}/${variant.direction}`;
  const ordered = new Map<string, Variant>();
  const place = (variant: Variant, within: string[]): void => {
    if (within.includes(variant.component)) throw new Error(`${variant.component} contains itself`);
    if (ordered.has(keyOf(variant))) return;
    for (const component of references(nodeOf(components, variant.component)))
      place({ component, direction: variant.direction }, [...within, variant.component]);
    ordered.set(keyOf(variant), variant);
  };
  for (const variant of variants) place(variant, []);
  return [...ordered.values()];
}

function closure(components: Record<string, SchemaNode>, roots: string[]): Set<string> {
  const reached = new Set<string>();
  const reach = (component: string): void => {
    if (reached.has(component)) return;
    reached.add(component);
    references(nodeOf(components, component)).forEach(reach);
  };
  roots.forEach(reach);
  return reached;
}

function references(node: SchemaNode): string[] {
  if (node.$ref !== undefined) return [componentOf(node.$ref)];
  const children = [
    ...Object.values(node.properties ?? {}),
    ...(node.items ? [node.items] : []),
    ...(node.oneOf ?? []),
    ...(node.additionalProperties ? [node.additionalProperties] : []),
  ];
  return children.flatMap(references);
}

const operationsOf = (contract: Contract) =>
  Object.values(contract.paths).flatMap((item) => methods.flatMap((method) => item[method] ?? []));

function bodies(contract: Contract): string[] {
  return operationsOf(contract).flatMap(({ requestBody }) =>
    requestBody ? references(requestBody.content['application/json'].schema) : [],
  );
}

function answers(contract: Contract): string[] {
  const errors = Object.values(contract.components.responses);
  const all = [...errors, ...operationsOf(contract).flatMap(({ responses }) => Object.values(responses))];
  return all.flatMap(({ content }) => (content ? references(content['application/json'].schema) : []));
}
