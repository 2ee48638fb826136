import type { SchemaNode } from './contract';

/**
 * Corrects what is known to be wrong in the contract (csm-api.md, "Errata in the contract"), by rule and not by name,
 * so that a newer copy with the same slips is read the same way:
 * - a required property that is not defined cannot be asked for: it is no longer required;
 * - next to a `$ref`, OpenAPI 3.0 ignores every other keyword;
 * - `maxItems` on an item that is no array was meant for the array around it.
 */
export function withErrataApplied(node: SchemaNode): SchemaNode {
  if (node.$ref !== undefined) return { $ref: node.$ref };
  const mended: SchemaNode = { ...node };
  const { properties } = node;
  if (properties) {
    mended.properties = mapValues(properties, withErrataApplied);
    mended.required = (node.required ?? []).filter((name) => name in properties);
  }
  if (node.items) {
    const { maxItems, ...item } = node.items;
    const misplaced = maxItems !== undefined && item.type !== 'array';
    mended.items = withErrataApplied(misplaced ? item : node.items);
    if (misplaced) mended.maxItems = node.maxItems ?? maxItems;
  }
  if (node.oneOf) mended.oneOf = node.oneOf.map(withErrataApplied);
  if (node.additionalProperties) mended.additionalProperties = withErrataApplied(node.additionalProperties);
  return mended;
}

export function mapValues<A, B>(record: Record<string, A>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
