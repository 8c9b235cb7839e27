/** What Node 20 needs to run TypeScript, for programs that start another one: from Node 22.18 on it does without. */
export const typeScript = ['--import', import.meta.resolve('@oxc-node/core/register')];
