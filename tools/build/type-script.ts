/** What Node 20 needs to run TypeScript, for programs that start another one: from Node 22.18 on it does without. */
export const typeScript = ['--import', import.meta.resolve('@oxc-node/core/register')];

/**
 * The compiler of TypeScript 7 takes a third of the time. The package `typescript` stays the fifth: lit-localize, the
 * manifest's analyzer and tests of ours read sources by its functions, which the seventh has not.
 */
export const tsc = 'node_modules/typescript-7/bin/tsc';
