/** Visits a syntax tree from its root down. `visit` answers `false` where it is not to go further down. */
export function walk(node: any, visit: (node: any) => unknown) {
  if (typeof node?.type !== 'string' || visit(node) === false) return;
  for (const value of Object.values(node)) for (const child of [value].flat()) walk(child, visit);
}
