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
