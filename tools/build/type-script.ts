/** Arguments for a child process of Node that runs TypeScript: Node 20 needs them, Node 22.18 and later does not. */
export const typeScript = ['--import', import.meta.resolve('@oxc-node/core/register')];

/**
 * The compiler of TypeScript 7, which needs a third of the time of version 5. The package `typescript` stays at version
 * 5: lit-localize, the manifest analyzer and some tests use its API, which version 7 does not have.
 */
export const tsc = 'node_modules/typescript-7/bin/tsc';
