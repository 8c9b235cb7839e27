import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';

/** Arguments for a child process of Node that runs TypeScript: Node 20 needs them, Node 22.18 and later does not. */
export const typeScript = ['--import', import.meta.resolve('@oxc-node/core/register')];

/**
 * Runs a program of this repository in a process of its own, and waits for it.
 * @throws if it fails
 */
export function runTool(program: string, words: string[] = [], options: ExecFileSyncOptions = {}) {
  execFileSync(process.execPath, [...typeScript, program, ...words], { stdio: 'inherit', ...options });
}

/**
 * The compiler of TypeScript 7, which needs a third of the time of version 5. The package `typescript` stays at version
 * 5: lit-localize, the manifest analyzer and some tests use its API, which version 7 does not have.
 */
export const tsc = 'node_modules/typescript-7/bin/tsc';
