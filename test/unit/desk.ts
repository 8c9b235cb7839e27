/** Helpers for the tests of the editors' commands: a copy of the data to work on, and the output of a command. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock } from 'node:test';
import { readFacts } from '../../tools/build/read-facts.js';
import { typeScript } from '../../tools/build/type-script.js';
import { main } from '../../tools/desk/havn.js';
import { copyOf } from '../changed-facts.js';

const repository = process.cwd();

const log = 'data/assurances.json';

/** The facts without any record of checks, so that the tests do not depend on what the editors have checked. */
export function uncheckedFacts() {
  const data = copyOf(readFacts().data);
  for (const file of [
    'data/directory/services.json',
    'data/directory/organizations.json',
    'data/sources.json',
  ] as const)
    for (const record of data[file]) Reflect.deleteProperty(record, 'assured_date');
  data[log] = [];
  return data;
}

/**
 * Copies the data, without any record of checks, to a new folder and makes it the working directory.
 * @returns the folder
 */
export function enterCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'havn-facts-'));
  for (const name of ['data', 'schema', 'package.json'])
    cpSync(name, join(folder, name), { recursive: true });
  const data = uncheckedFacts();
  // Writes files only if something has been checked; otherwise they keep their format.
  if (JSON.parse(readFileSync(log, 'utf8')).length)
    for (const [file, content] of Object.entries(data))
      writeFileSync(join(folder, file), `${JSON.stringify(content, null, 2)}\n`);
  process.chdir(folder);
  return folder;
}

export function leaveCopy(folder: string) {
  process.chdir(repository);
  rmSync(folder, { recursive: true });
}

/** `npm run havn -- …`, in its own process. */
export function havnAlone(words: string[], env?: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...typeScript, 'tools/desk/havn.ts', ...words],
    { encoding: 'utf8', env: { ...process.env, ...env } },
  );
  return { status, lines: stdout.trimEnd().split('\n'), stderr: stderr.trimEnd() };
}

/** The exit code of a command, and its output: as pairs of console method and text, and as one text. */
export async function listen(command: () => Promise<number> | number) {
  const said: ['log' | 'error', string][] = [];
  for (const way of ['log', 'error'] as const)
    mock.method(console, way, (text: string) => said.push([way, text]));
  try {
    const code = await command();
    return { code, said, text: said.map(([, text]) => text).join('\n') };
  } finally {
    mock.restoreAll();
  }
}

/** `npm run havn -- …` within this process, which is faster. */
export async function havn(words: string[]) {
  const { code, said } = await listen(() => main(words));
  const saidBy = (one: string) =>
    said
      .flatMap(([way, text]) => (way === one ? [text] : []))
      .join('\n')
      .trimEnd();
  return { status: code, lines: saidBy('log').split('\n'), stderr: saidBy('error') };
}

/** `npm run havn -- facts …`, also in a folder where nothing is built: these commands need no build. */
export async function facts(...words: string[]) {
  const { code, text } = await listen(() => main(['facts', ...words], () => {}));
  return { code, out: text };
}
