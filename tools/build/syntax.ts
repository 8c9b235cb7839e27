import type { AnyNode } from 'acorn';

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/**
 * Visits a syntax tree from its root down. If `visit` returns `false`, the children of the node are skipped.
 * @param node a node, or a list of nodes; other values are ignored
 */
export function walk(node: unknown, visit: (node: AnyNode) => unknown) {
  if (Array.isArray(node)) for (const child of node) walk(child, visit);
  else if (isNode(node) && visit(node) !== false) for (const value of Object.values(node)) walk(value, visit);
}

export const isNamed = (node: AnyNode, name: string) => node.type === 'Identifier' && node.name === name;
/** The node, if it is a property with that name. */
const propertyIn = (node: AnyNode | undefined, name: string) =>
  node?.type === 'Property' && isNamed(node.key, name) ? node : undefined;

/** The parts of a call `msg('…', { id: '…', desc: '…' })`, if the node is one. */
export function messageIn(node: AnyNode) {
  const [text, options] = node.type === 'CallExpression' ? node.arguments : [];
  const [first, second] = options?.type === 'ObjectExpression' ? options.properties : [];
  const place = propertyIn(first, 'id')?.value;
  if (!text || !place) return undefined;
  // If the id is a number, the build has already replaced it by the place of the message.
  const id = place.type === 'Literal' && typeof place.value === 'string' ? place.value : '';
  return { text, id, place, description: propertyIn(second, 'desc') };
}
