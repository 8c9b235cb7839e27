/**
 * Visits a syntax tree from its root down. `visit` answers `false` where it is not to go further down.
 * @param {any} node
 * @param {(node: any) => unknown} visit
 */
export function walk(node, visit) {
  if (typeof node?.type !== 'string' || visit(node) === false) return;
  for (const value of Object.values(node)) for (const child of [value].flat()) walk(child, visit);
}
