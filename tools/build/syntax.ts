import type { AnyNode } from 'acorn';

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/**
 * Visits a syntax tree from its root down. `visit` answers `false` where it is not to go further down.
 * @param node what is none has nothing to visit
 */
export function walk(node: unknown, visit: (node: AnyNode) => unknown) {
  if (!isNode(node) || visit(node) === false) return;
  for (const value of Object.values(node)) for (const child of [value].flat()) walk(child, visit);
}

export const isNamed = (node: AnyNode, name: string) => node.type === 'Identifier' && node.name === name;
/** The property of that name, where a node is one. */
const propertyIn = (node: AnyNode | undefined, name: string) =>
  node?.type === 'Property' && isNamed(node.key, name) ? node : undefined;

/** The parts of a call of `msg('…', { id: '…', desc: '…' })`, where a node is one. */
export function messageIn(node: AnyNode) {
  const [text, options] = node.type === 'CallExpression' ? node.arguments : [];
  const [first, second] = options?.type === 'ObjectExpression' ? options.properties : [];
  const place = propertyIn(first, 'id')?.value;
  if (!text || !place) return undefined;
  // A number is its place, which the build has put there.
  const id = place.type === 'Literal' && typeof place.value === 'string' ? place.value : '';
  return { text, id, place, description: propertyIn(second, 'desc') };
}
